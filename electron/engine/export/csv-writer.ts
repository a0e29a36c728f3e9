import Papa from 'papaparse';
import { type WrittenFile, writeDurably } from './written-file.ts';

/** A cell as it is written; null is empty. */
export type Cell = string | number | bigint | null;

const ROWS_A_WRITE = 1000;

/** Writes a CSV file: UTF-8 without a mark, RFC 4180, LF; on disk for good when it returns. */
export function writeCsv(
  path: string,
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
): WrittenFile {
  return writeDurably(path, (write) => {
    write(csvText([header]));
    let written = 0;
    let waiting: (readonly Cell[])[] = [];
    for (const row of rows) {
      waiting.push(row);
      written++;
      if (waiting.length < ROWS_A_WRITE) continue;
      write(csvText(waiting));
      waiting = [];
    }
    if (waiting.length > 0) write(csvText(waiting));
    return written;
  });
}

function csvText(rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  // A lone empty cell without quotes would be a blank line, which is no record.
  const quotes = cells[0]?.length === 1 ? (cell: string) => cell === '' : false;
  return `${Papa.unparse(cells, { newline: '\n', header: false, quotes })}\n`;
}
