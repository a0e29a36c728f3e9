import { type WrittenFile, writeRecords } from '../../bulk/bulk-file.ts';
import { clientLines } from './bulk-clients.ts';
import {
  type ConfigurationLines,
  detailLines,
  exclusionLines,
  offerLines,
  solutionLines,
} from './bulk-configuration.ts';
import { blockLines, contactLines } from './bulk-events.ts';
import { campaignScale } from './campaign-scale.ts';

/** Writes the seven files for a number of clients: RFC 4180, LF, commas, UTF-8, headers in the recipe's order. */
export function writeCampaignBulk(folder: string, clients: number, seed: number): readonly WrittenFile[] {
  const scale = campaignScale(clients);
  const small = (name: string, { header, lines }: ConfigurationLines): WrittenFile =>
    writeRecords(folder, name, header, lines.length, (index) => lines[index] ?? '');
  const people = clientLines(seed, scale);
  const blocks = blockLines(seed, scale);
  const contacts = contactLines(seed, scale);
  return [
    writeRecords(folder, 'clients.csv', people.header, scale.snapshots, people.line),
    small('solutions.csv', solutionLines(scale)),
    small('exclusions.csv', exclusionLines()),
    small('offers.csv', offerLines()),
    small('offer_details.csv', detailLines()),
    writeRecords(folder, 'blocks.csv', blocks.header, scale.blocks, blocks.line),
    writeRecords(folder, 'contact_history.csv', contacts.header, scale.contacts, contacts.line),
  ];
}
