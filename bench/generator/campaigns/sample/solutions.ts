import { type Dialect, fileBytes } from '../../csv.ts';

const WINDOWS: Dialect = { delimiter: ',', lineEnd: '\r\n', byteOrderMark: true };
const HEADER = [
  'Solution ID',
  'Name',
  'Channel',
  'Target Segments',
  'Capacity',
  'Cooldown Days',
  'Start Date',
  'End Date',
];

/** Six that are accepted, and three that are not: a channel nobody knows, a day that is none, an id used before. */
const SOLUTIONS = [
  ['101', 'Winter in the Alps', 'email', 'Gold | PLATINUM|silver', '400', '30', '2026-10-01', '2026-12-31'],
  ['102', 'Weekend Flash', 'SMS', ' standard|student | Silver ', '350', '7', '2026-11-20', '2026-11-30'],
  ['0103', 'Golden Call', 'Phone', 'gold|platinum|Business', '120', '90', '', '2026-11-20'],
  ['W-4', 'Spring Catalogue', 'mail', 'Standard|ÜBERSEE|silver', '', '', '2026-09-01', ''],
  ['105', 'Summer Preview', 'email', '*', '500', '30', '2027-01-10', '2027-03-31'],
  ['99', 'Autumn "Last Call"', 'sms', '*', '', '14', '2026-09-01', '2026-11-19'],
  ['106', 'Fax to the faithful', 'fax', '*', '', '', '', ''],
  ['107', 'Easter, early', 'email', 'gold', 'many', '', '2027-02-30', ''],
  ['102', 'Weekend Flash (copy)', 'sms', '*', '', '', '', ''],
];

/** The file `solutions.csv` of the sample, as a Windows program saves it: byte order mark and CRLF. */
export function solutionsFile(): Buffer {
  return fileBytes([HEADER, ...SOLUTIONS, ''], WINDOWS);
}
