import { faultOfRecord, fitCells } from '../oracle/fit-record.ts';
import { placeOf, readHeader } from '../oracle/header.ts';
import type { Column } from '../oracle/sources.ts';
import { splitRecords } from '../oracle/split.ts';

/** A record before its values are judged. */
export interface ReadRecord {
  readonly line: number;
  /** As many as the header has, with the original text. */
  readonly cells: readonly string[];
  /** The original texts of the declared columns, as far as the record has cells for them. */
  readonly texts: ReadonlyMap<string, string>;
  /** What is wrong with the whole record. */
  readonly fault?: string;
}

/** A file before its values are judged. */
export interface ReadFile {
  readonly header: readonly string[];
  /** Whether it is a JSON array. */
  readonly array: boolean;
  readonly records: readonly ReadRecord[];
}

/** Reads a file whose first line is its header. */
export function readDelimited(text: string, columns: readonly Column[]): ReadFile {
  const { cells: header, delimiter } = readHeader(text, columns);
  const [, ...records] = splitRecords(text, delimiter);
  return {
    header,
    array: false,
    records: records.map((record) => {
      const fault = faultOfRecord(record, header.length);
      const texts = columns.map(({ name }) => [name, record.cells[placeOf(name, header)] ?? ''] as const);
      return {
        line: record.line,
        cells: fitCells(record.cells, header.length, delimiter),
        texts: new Map(fault === 'unreadable' ? [] : texts),
        ...(fault && { fault }),
      };
    }),
  };
}
