import type { SourceName } from './character.ts';
import { type Department, departmentFile } from './department.ts';
import { createMembers } from './member.ts';
import { PROFILES } from './profiles.ts';
import { REGION_METADATA, REGION_THRESHOLDS } from './regions.ts';
import { CALLS, CHATS, REQUESTS, RETENTION, TICKETS } from './support.ts';
import { ACTIVITY, ADOPTION, HELP_VIEWS, REPEATS, SCORES } from './usage.ts';

/** The files of the departments, by source. */
export const DEPARTMENTS: ReadonlyMap<SourceName, Department> = new Map([
  ['user_profile', PROFILES],
  ['user_activity', ACTIVITY],
  ['engagement_score', SCORES],
  ['feature_adoption', ADOPTION],
  ['retention_action', RETENTION],
  ['support_calls', CALLS],
  ['support_chats', CHATS],
  ['issue_tickets', TICKETS],
  ['service_requests', REQUESTS],
  ['product_support_usage', HELP_VIEWS],
  ['repeat_engagements', REPEATS],
  ['region_metadata', REGION_METADATA],
  ['region_thresholds', REGION_THRESHOLDS],
]);

/** The sample of loyalty-engagement: file names and their bytes. The two files of regions are the same for every seed. */
export function loyaltyFiles(seed: number): ReadonlyMap<string, Buffer> {
  const members = createMembers(seed);
  return new Map(
    [...DEPARTMENTS].map(([source, department]) => [
      department.file,
      departmentFile(source, department, seed, members),
    ]),
  );
}
