import { type Dialect, fileBytes, PLAIN } from '../../csv.ts';
import { spread } from '../../sample/faults.ts';
import { MAP_HEADER, mapLines } from './identity-map.ts';
import { LEADS_HEADER, leadLines } from './leads.ts';
import { people } from './person.ts';
import { TRANSACTIONS_HEADER, transactionLines } from './transactions.ts';
import { webActivityText } from './web-activity.ts';

const PIPES: Dialect = { delimiter: '|', lineEnd: '\r\n', byteOrderMark: false };
const WINDOWS: Dialect = { delimiter: ',', lineEnd: '\r\n', byteOrderMark: true };

/** The sample of customer-360: three files of one shop that name people in their own way, and the map between them. */
export function customerFiles(seed: number): ReadonlyMap<string, Buffer> {
  const all = people(seed);
  const leads = spread(leadLines(seed, all), ['', '']);
  return new Map([
    ['crm_leads.csv', fileBytes([[...LEADS_HEADER], ...leads], PLAIN)],
    ['transactions.txt', fileBytes([[...TRANSACTIONS_HEADER], ...transactionLines(seed, all)], PIPES)],
    ['web_activity.json', Buffer.from(webActivityText(seed, all))],
    ['identity_map.csv', fileBytes([[...MAP_HEADER], ...mapLines(seed, all)], WINDOWS)],
  ]);
}
