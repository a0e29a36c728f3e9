import type { ExportFormat, ExportPreview } from '../../contract/exports.ts';
import { storedRun } from '../explain/stored-run.ts';
import { keptOutput } from '../run/kept-output.ts';
import { count, identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import type { Cell } from './csv-writer.ts';
import { type ChosenColumn, chosenColumns, outputOf } from './exported-table.ts';
import { hashed } from './hashed.ts';
import { neutralised } from './neutralise.ts';
import { outputCell } from './output-file.ts';

const ROWS = 5;

interface PreviewRequest {
  readonly run: number;
  readonly output: string;
  readonly format: ExportFormat;
  readonly columns: readonly ChosenColumn[];
}

/** The first rows of an output of a run as an export would write them. Throws a Failure for what the run has not. */
export function previewOutput(db: ReadableDb, request: PreviewRequest): ExportPreview {
  const { run, format, columns } = request;
  const { recipe, tables } = storedRun(db, run);
  const output = outputOf(recipe, run, request.output);
  const chosen = chosenColumns(output, columns);
  const table = identifier(keptOutput(db, tables, output));
  const rows = db
    .prepare<[], Cell[]>(
      `select ${identifiers(columns.map(({ name }) => name))} from ${table} order by rowid limit ${ROWS}`,
    )
    .raw()
    .safeIntegers()
    .all();
  const where = `${recipe.text.folder}/${output.query.file}`;
  return {
    rows: count(db, `select count(*) from ${table}`),
    first: rows.map((row) =>
      chosen.map(({ column, hashed: isHashed }, index) => {
        const cell = outputCell(row[index] ?? null, column, where);
        const text = cell === null ? null : String(cell);
        const written = isHashed ? hashed(text) : text;
        // Numbers are numbers to a spreadsheet, too.
        const isText = written !== null && typeof row[index] === 'string';
        return isText && format === 'csv-for-spreadsheets' ? neutralised(written) : written;
      }),
    ),
  };
}
