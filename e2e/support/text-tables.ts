import papaparse from 'papaparse';
import { SOURCES } from '../oracle/sources.ts';

/** A file as its cells, each record on a line of its own: the first is line 2. */
export interface TextTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table of a source's rows; line breaks within cells become spaces. */
export function tableOf(
  file: string,
  source: string,
  rows: readonly Readonly<Record<string, string>>[],
): TextTable {
  const header = SOURCES.find(({ name }) => name === source)?.columns.map(({ name }) => name) ?? [];
  return { file, header, rows: rows.map((row) => header.map((name) => onOneLine(row[name] ?? ''))) };
}

/** Reads CSV files in UTF-8, whatever parts their fields. */
export function parseTables(files: Readonly<Record<string, Uint8Array>>): readonly TextTable[] {
  return Object.entries(files).map(([file, bytes]) => {
    const text = new TextDecoder().decode(bytes);
    const { data } = papaparse.parse<string[]>(text, { skipEmptyLines: true });
    const [header = [], ...rows] = data.map((cells) => cells.map(onOneLine));
    return { file, header, rows };
  });
}

/** The files that hold the tables, in UTF-8 with commas. */
export function csvFiles(tables: readonly TextTable[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tables.map(({ file, header, rows }) => [
      file,
      `${papaparse.unparse(
        [header, ...rows].map((cells) => [...cells]),
        { newline: '\n' },
      )}\n`,
    ]),
  );
}

function onOneLine(cell: string): string {
  return cell.replace(/[\r\n]+/g, ' ');
}
