import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import Papa from 'papaparse';

/** A written file as the manifest lists it. */
export interface WrittenFile {
  readonly name: string;
  /** Rows without the header; null for what is no table. */
  readonly rows: number | null;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

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

/** Writes a value as indented JSON with a final newline. */
export function writeJson(path: string, value: unknown): WrittenFile {
  return writeDurably(path, (write) => {
    write(jsonText(value));
    return null;
  });
}

/** A value as indented JSON with a final newline. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function csvText(rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  // A lone empty cell without quotes would be a blank line, which is no record.
  const quotes = cells[0]?.length === 1 ? (cell: string) => cell === '' : false;
  return `${Papa.unparse(cells, { newline: '\n', header: false, quotes })}\n`;
}

function writeDurably(path: string, produce: (write: (text: string) => void) => number | null): WrittenFile {
  const hash = createHash('sha256');
  let bytes = 0;
  const fd = openSync(path, 'wx');
  try {
    const rows = produce((text) => {
      const buffer = Buffer.from(text);
      for (let done = 0; done < buffer.length; ) done += writeSync(fd, buffer, done);
      hash.update(buffer);
      bytes += buffer.length;
    });
    fsyncSync(fd);
    return { name: basename(path), rows, bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(fd);
  }
}
