import { isText } from './decode.ts';
import type { RawRecord } from './split.ts';

/** What is wrong with a whole record under a header of so many columns. */
export function faultOfRecord(record: RawRecord, expected: number): string | undefined {
  if (record.broken || !record.cells.every(isText)) return 'unreadable';
  if (record.cells.length < expected) return 'too_few_fields';
  return record.cells.length > expected ? 'too_many_fields' : undefined;
}

/** As many cells as the header has, of whole characters: missing ones are empty, extra ones go on in the last. */
export function fitCells(cells: readonly string[], expected: number, delimiter: string): readonly string[] {
  const row = Array.from({ length: expected }, (_, at) => {
    return at < expected - 1 ? (cells[at] ?? '') : cells.slice(at).join(delimiter);
  });
  return row.map((cell) => cell.toWellFormed());
}
