import { type WrittenFile, writeRecords } from '../../bulk/bulk-file.ts';
import { saleLines } from './bulk-sales.ts';
import { salesDays, salesExtracts } from './sales-scale.ts';

const HEADER = 'Date,Customer ID,Order ID,Sales';

/** Writes extracts with so many sales lines in all, of three years: RFC 4180, LF, commas, UTF-8. */
export function writeSalesBulk(folder: string, lines: number, seed: number): readonly WrittenFile[] {
  const all = salesDays(lines, seed);
  return salesExtracts(all).map(({ name, days }) => {
    const records = days.reduce((sum, day) => sum + day.lines, 0);
    const sales = saleLines(seed, all, days);
    return writeRecords(folder, name, HEADER, records, () => sales.next().value ?? '');
  });
}
