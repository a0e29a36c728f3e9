import { type Dialect, fileBytes, PLAIN } from '../../csv.ts';
import { createRandom } from '../../random.ts';
import { cutOff, type Fault, missing, several, spoil, spread, wrong } from '../../sample/faults.ts';
import { type SaleLine, saleLines } from './sales-lines.ts';
import { FIRST_DAY, LAST_DAY } from './shopper.ts';

const HEADER = ['Date', 'Customer ID', 'Order ID', 'Sales'];
const [DATE, CUSTOMER, ORDER, SALES] = [0, 1, 2, 3];
const WINDOWS: Dialect = { delimiter: ',', lineEnd: '\r\n', byteOrderMark: true };

const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

const OLDER_FAULTS: readonly Fault[] = [
  ...wrong(DATE, '2025-02-29', '31/03/2025', 'Easter'),
  ...missing(ORDER, 3),
  ...missing(CUSTOMER, 2),
  ...wrong(SALES, '€24.90', '12,90', 'n/a'),
  cutOff(3),
];

const NEWER_FAULTS: readonly Fault[] = [
  // Paid in advance: to be sent on these days.
  ...wrong(DATE, '2026-11-27', '2026-12-04', '2026-12-18'),
  ...wrong(DATE, '2026-06-31', '14.07.2026'),
  ...missing(ORDER, 2),
  ...wrong(SALES, '$ 49.90', '1,149.00', '69.90 EUR', ''),
  several({ [CUSTOMER]: '', [SALES]: '€0' }),
];

/** The sample of sales-analytics: two extracts of a small shop, which have six weeks in common; names and bytes. */
export function salesFiles(seed: number): ReadonlyMap<string, Buffer> {
  const all = saleLines(seed);
  const older = rowsOf(all, FIRST_DAY, dayOf(2025, 10, 31));
  const newer = rowsOf(all, dayOf(2025, 9, 15), LAST_DAY);
  const spoilt = (rows: readonly (readonly string[])[], faults: readonly Fault[], name: string) =>
    spoil(rows, faults, createRandom(seed, name));
  return new Map([
    [
      'sales_2024-11_to_2025-10.csv',
      fileBytes([HEADER, ...spread(spoilt(older, OLDER_FAULTS, 'older sales'), ['', ''])], PLAIN),
    ],
    [
      'sales_2025-09_to_2026-11.csv',
      fileBytes([HEADER, ...spoilt(newer, NEWER_FAULTS, 'newer sales')], WINDOWS),
    ],
  ]);
}

function rowsOf(all: readonly SaleLine[], first: number, last: number): readonly (readonly string[])[] {
  return all.filter(({ day }) => day >= first && day <= last).map(({ cells }) => cells);
}
