import { type WrittenFile, writeRecords } from '../../bulk/bulk-file.ts';
import type { BulkLines } from '../../bulk/scale.ts';
import { SOURCE_NAMES, type SourceName } from '../sample/character.ts';
import { profileLines } from './bulk-profiles.ts';
import { metadataLines, thresholdLines } from './bulk-regions.ts';
import { callLines, chatLines, requestLines, retentionLines, ticketLines } from './bulk-support.ts';
import { activityLines, adoptionLines, helpViewLines, repeatLines, scoreLines } from './bulk-usage.ts';
import { type LoyaltyScale, loyaltyScale } from './loyalty-scale.ts';

const LINES: Readonly<Record<SourceName, (seed: number, scale: LoyaltyScale) => BulkLines>> = {
  user_profile: profileLines,
  user_activity: activityLines,
  engagement_score: scoreLines,
  feature_adoption: adoptionLines,
  retention_action: retentionLines,
  support_calls: callLines,
  support_chats: chatLines,
  issue_tickets: ticketLines,
  service_requests: requestLines,
  product_support_usage: helpViewLines,
  repeat_engagements: repeatLines,
  region_metadata: metadataLines,
  region_thresholds: thresholdLines,
};

/** Writes the thirteen files with so many lines in all: RFC 4180, LF, commas, UTF-8, headers in the recipe's order. */
export function writeLoyaltyBulk(folder: string, lines: number, seed: number): readonly WrittenFile[] {
  const scale = loyaltyScale(lines);
  return SOURCE_NAMES.map((source) => {
    const { header, line } = LINES[source](seed, scale);
    return writeRecords(folder, `${source}.csv`, header, scale.lines[source], line);
  });
}
