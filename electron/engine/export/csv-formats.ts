import { csvPieces } from './csv-writer.ts';
import type { ExportedColumn, ExportedTable } from './exported-table.ts';
import { neutralised } from './neutralise.ts';

/** What is counted while a file is written. */
export interface ExportFigures {
  /** Cells that got an apostrophe. */
  neutralised: number;
}

/** The CSV file that a run writes. */
export function exactCsv({ columns, rows }: ExportedTable): Iterable<string> {
  return csvPieces(
    columns.map(({ name }) => name),
    rows,
  );
}

/** A CSV file to be opened in a spreadsheet: with a byte order mark, CRLF, and nothing in it that would be evaluated. */
export function* spreadsheetCsv(table: ExportedTable, figures: ExportFigures): Iterable<string> {
  const { columns, rows } = table;
  const safe = (text: string | null, column: ExportedColumn | undefined) => {
    if (text === null || column?.kind.kind !== 'text') return text;
    const written = neutralised(text);
    if (written !== text) figures.neutralised++;
    return written;
  };
  function* cells(): Iterable<readonly (string | null)[]> {
    for (const row of rows) yield row.map((text, index) => safe(text, columns[index]));
  }
  yield '\uFEFF';
  const header = columns.map(({ name }) => name);
  yield* csvPieces(header, cells(), { newline: '\r\n', quoted: /[;\t]/ });
}
