import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { roundedText } from '../ingest/decimal-text.ts';
import { isDay, isInstant } from '../ingest/values.ts';
import type { Output, OutputColumn, Recipe } from '../recipe/recipe.ts';
import type { RunTables } from '../run/run-tables.ts';
import { identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import { type Cell, csvText } from './csv-writer.ts';
import { outputLines } from './output-lines.ts';
import { type WrittenFile, writeDurably } from './written-file.ts';

/** Writes the rows of an output, its decimals with the number of places that the recipe states. */
export function writeOutputFile(
  db: ReadableDb,
  recipe: Recipe,
  output: Output,
  tables: RunTables,
  folder: string,
): WrittenFile {
  const { delimiter } = output;
  const columns = output.columns.filter(({ written }) => written);
  const dialect = { newline: '\n', delimiter } as const;
  const table = tables.output(output.name);
  const names = columns.map(({ name }) => name);
  const some = db
    .prepare<[number, number], Cell[]>(
      `select ${identifiers(names)} from ${identifier(table)} where _rowid_ between ? and ? order by _rowid_`,
    )
    .raw()
    .safeIntegers();
  const where = `${recipe.text.folder}/${output.query.file}`;
  const cells = (row: readonly Cell[]) => row.map((value, index) => outputCell(value, columns[index], where));
  return writeDurably(join(folder, output.file), (write) => {
    write(csvText([names], dialect));
    let written = 0;
    for (const { first, last, rows, bytes } of outputLines(db, table, columns, delimiter)) {
      if (rows > 0) write(bytes ?? csvText(some.all(first, last).map(cells), dialect));
      if (bytes) giveBack(bytes);
      written += rows;
    }
    return written;
  });
}

/** Frees the memory of a piece at once: pieces that wait to be collected come to 64 MB. */
function giveBack({ buffer, byteLength }: Uint8Array<ArrayBuffer>): void {
  if (buffer.byteLength === byteLength) buffer.transfer(0);
}

/** A value of an output as its file has it; throws a Failure for one that the column's format cannot write. */
export function outputCell(value: Cell, column: OutputColumn | undefined, where: string): Cell {
  if (value === null || column === undefined || column.format.kind === 'plain') return value;
  if (column.format.kind === 'decimal') {
    if (typeof value === 'bigint') return roundedText(value, column.format.decimals);
    throw wrongValue(value, column, where, 'not a whole number', 'Return whole ten-thousandths.');
  }
  const written = FORMATTED[column.format.kind];
  const cell = written.cell(value);
  if (cell === undefined) throw wrongValue(value, column, where, written.not, written.nextStep);
  return cell;
}

/** How a kind of column writes its values: undefined for one that is none of the kind. */
interface Formatted {
  readonly cell: (value: Cell) => Cell | undefined;
  readonly not: string;
  readonly nextStep: string;
}

const FORMATTED: Readonly<Record<'boolean' | 'integer' | 'date' | 'timestamp', Formatted>> = {
  boolean: {
    cell: (value) => (value === 0n ? 'false' : value === 1n ? 'true' : undefined),
    not: 'not 0 or 1',
    nextStep: 'Return 0 or 1.',
  },
  integer: {
    cell: (value) => (typeof value === 'bigint' ? value : undefined),
    not: 'not a whole number',
    nextStep: 'Return a whole number.',
  },
  date: {
    cell: (value) => (typeof value === 'string' && value.length === 10 && isDay(value) ? value : undefined),
    not: 'not a day',
    nextStep: 'Return a day, YYYY-MM-DD.',
  },
  timestamp: {
    // Instants are written to the second; what is finer stands in the workspace.
    cell: (value) => (typeof value === 'string' && isInstant(value) ? `${value.slice(0, 19)}Z` : undefined),
    not: 'not an instant',
    nextStep: 'Return it as sources store it, YYYY-MM-DDTHH:MM:SS.',
  },
};

function wrongValue(value: Cell, { name }: OutputColumn, where: string, what: string, next: string): Failure {
  const shown = typeof value === 'string' ? JSON.stringify(value) : value;
  return new Failure(`${where}: column ${name} is ${shown}, ${what}.`, next);
}
