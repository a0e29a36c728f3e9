import { writeCsv } from '../oracle/csv.ts';

/** A file before it is written. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a file holds. */
export function writeTable({ header, rows }: Table): string {
  return writeCsv([header, ...rows]);
}
