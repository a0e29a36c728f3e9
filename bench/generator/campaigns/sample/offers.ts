import { type Dialect, fileBytes } from '../../csv.ts';

const CRLF: Dialect = { delimiter: ',', lineEnd: '\r\n', byteOrderMark: false };
const HEADER = ['offer_id', 'solution_id', 'segment', 'priority', 'valid_from', 'valid_to'];

const ACCEPTED = [
  ['O-101', '101', 'gold', '1', '2026-10-01', '2026-12-31'],
  // Of equal priority, and later in the file: never chosen.
  ['O-102', '101', 'GOLD', '1', '', ''],
  ['O-103', '101', ' Platinum ', '1', '', ''],
  // Better, but expired the day before.
  ['O-104', '101', 'platinum', '0', '2026-01-01', '2026-11-19'],
  // For one day.
  ['O-105', '101', 'silver', '2', '2026-11-20', '2026-11-20'],
  ['O-106', '101', '*', '5', '', ''],
  // Begins the next day.
  ['O-107', '101', 'silver', '1', '2026-11-21', ''],
  ['O-201', '102', 'standard', '3', '2026-11-01', '2026-11-30 23:59:59'],
  ['O-202', '102', 'Silver', '2', '', '2026-11-30'],
  ['O-203', '102', 'student', '4', '2026-09-01', '2026-10-31'],
  ['O-204', '102', 'Standard', '+3', '', ''],
  ['O-205', '102', 'silver', '-1', '', '2026-06-30'],
  ['O-301', '0103', 'gold', '2', '', ''],
  ['O-302', '0103', 'PLATINUM', '1', '', ''],
  ['O-303', '0103', 'business', '1', '2026-12-01', ''],
  ['O-401', 'W-4', '*', '1', '2026-11-01', '2027-03-31'],
  ['O-402', 'W-4', 'standard', '1', '', ''],
  ['O-403', 'W-4', 'Übersee', '0', '', ''],
  ['O-404', 'W-4', 'silver', '0', '', '2026-11-19'],
  ['O-501', '105', '*', '1', '2027-01-10', ''],
  ['O-901', '99', '*', '1', '', ''],
  // The solution's id is W-4.
  ['O-405', 'w-4', '*', '0', '', ''],
];

/** An id used before, a word as priority, a day that is none, no segment and one cell too few. */
const REJECTED = [
  ['O-202', '102', 'silver', '1', '', ''],
  ['O-701', '101', 'gold', 'high', '', ''],
  ['O-702', '102', '', '1', '2026-11-01', '2026-11-31'],
  ['O-703', '0103', 'business', '1', ''],
];

/** The file `offers.csv` of the sample: CRLF. */
export function offersFile(): Buffer {
  const [first = [], ...others] = REJECTED;
  return fileBytes([HEADER, ...ACCEPTED.slice(0, 10), first, ...ACCEPTED.slice(10), ...others], CRLF);
}
