import { fileBytes, PLAIN } from '../../csv.ts';
import { inWindows1252 } from './windows-1252.ts';

const DELIMITER = ';';
const HEADER = ['exclusion_id', 'solution_id', 'field', 'operator', 'value', 'reason', 'active'];

/** Accepted: each field and each operator at least once, two switched off, one of a solution that is not there. */
const ACCEPTED = [
  ['X01', '*', 'status', 'equals', ' Closed ', 'Account closed', 'yes'],
  ['X02', '*', 'status', 'in', 'deceased | Estate', 'Nachlass: keine Werbung für Angehörige', 'yes'],
  ['X03', '*', 'birth_date', 'greater_than', '2008-11-20', 'Minderjährig', 'yes'],
  ['X04', '101', 'country', 'not_in', 'de | at|CH|it', 'Außerhalb des Liefergebiets', '1'],
  ['X05', '102', 'language', 'Not_Equals', 'DE', 'The text is in German only', 'true'],
  ['X06', '102', 'segment', 'equals', 'STUDENT', 'Students have a campaign of their own', 'true'],
  ['X07', '0103', 'Status', 'not_empty', '', 'Status erst klären', 'y'],
  ['X08', '0103', 'balance', 'less_than', '0', 'Konto überzogen', 'y'],
  ['X09', 'W-4', 'phone', 'is_empty', 'ignored', 'No number for the carrier', 'Yes'],
  ['X10', 'W-4', 'balance', 'less_than', '-50.00', 'Konto überzogen', 'yes'],
  ['X11', '*', 'email', 'in', 'test@example.com|DEMO@example.com', 'Test address', 'yes'],
  ['X12', '101', 'birth_date', 'less_than', '1950-01-01', 'No skiing; ask first', 'no'],
  ['X13', '*', 'language', 'equals', 'fr', 'Französisch folgt später', '0'],
  ['X14', '104', 'country', 'equals', 'AT', 'The pilot is over', 'yes'],
];

/** Rejected: an unknown field, an order of texts, a day that is none, an id used before, three faults at once. */
const REJECTED = [
  ['X15', '*', 'loyalty_tier', 'equals', 'none', 'Kein Mitglied', 'yes'],
  ['X16', '101', 'country', 'less_than', 'M', 'Erste Hälfte des Alphabets', 'yes'],
  ['X17', '102', 'birth_date', 'greater_than', '18 years ago', 'Minderjährig', 'yes'],
  ['X03', '*', 'birth_date', 'less_than', '1930-01-01', 'Übertrag aus dem Altsystem', 'yes'],
  ['X18', 'W-4', 'balance', 'contains', '', '', 'maybe'],
];

const [FIRST = [], ...OTHERS] = REJECTED;

/** The file `exclusions.csv` of the sample: semicolons, and letters as Windows-1252 has them. */
export function exclusionsFile(): Buffer {
  const rows = [HEADER, ...ACCEPTED.slice(0, 4), FIRST, ...ACCEPTED.slice(4), ...OTHERS];
  return fileBytes([...inWindows1252(rows, DELIMITER), ''], { ...PLAIN, delimiter: DELIMITER });
}
