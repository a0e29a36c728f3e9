import Papa from 'papaparse';
import type { Delimiter } from '../ingest/delimiter.ts';
import { type WrittenFile, writeDurably } from './written-file.ts';

/** A cell as it is written; null is empty. */
export type Cell = string | number | bigint | null;

/** What differs between CSV files; cells are quoted where one of `quoted` stands in them, and where they must be. */
export interface CsvDialect {
  readonly newline: '\n' | '\r\n';
  /** What stands between cells; absent: a comma. */
  readonly delimiter?: Delimiter;
  readonly quoted?: RegExp;
}

const EXACT: CsvDialect = { newline: '\n' };

const ROWS_A_WRITE = 1000;

/** Writes a CSV file: UTF-8 without a mark, RFC 4180, LF; on disk for good when it returns. */
export function writeCsv(
  path: string,
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
): WrittenFile {
  let written = 0;
  function* counted(): Iterable<readonly Cell[]> {
    for (const row of rows) {
      written++;
      yield row;
    }
  }
  return writeDurably(path, (write) => {
    for (const piece of csvPieces(header, counted())) write(piece);
    return written;
  });
}

/** The text of a CSV file, a thousand rows at a time. */
export function* csvPieces(
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
  dialect: CsvDialect = EXACT,
): Iterable<string> {
  yield csvText([header], dialect);
  let waiting: (readonly Cell[])[] = [];
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length < ROWS_A_WRITE) continue;
    yield csvText(waiting, dialect);
    waiting = [];
  }
  if (waiting.length > 0) yield csvText(waiting, dialect);
}

/** Rows as lines of a CSV file, each with its end. */
export function csvText(rows: readonly (readonly Cell[])[], dialect: CsvDialect = EXACT): string {
  const { newline, quoted, delimiter = ',' } = dialect;
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  // A lone empty cell without quotes would be a blank line, which is no record.
  const isAlone = cells[0]?.length === 1;
  const quotes =
    isAlone || quoted ? (cell: string) => (isAlone && cell === '') || (quoted?.test(cell) ?? false) : false;
  return `${Papa.unparse(cells, { newline, delimiter, header: false, quotes })}${newline}`;
}
