import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { roundedText } from '../ingest/decimal-text.ts';
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
  const { columns } = output;
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
    write(csvText([names]));
    let written = 0;
    for (const { first, last, rows, bytes } of outputLines(db, table, columns)) {
      if (rows > 0) write(bytes ?? csvText(some.all(first, last).map(cells)));
      written += rows;
    }
    return written;
  });
}

/** A value of an output as its file has it; throws a Failure for one that the column's format cannot write. */
export function outputCell(value: Cell, column: OutputColumn | undefined, where: string): Cell {
  if (value === null || column === undefined || column.format.kind === 'plain') return value;
  if (column.format.kind === 'decimal') {
    if (typeof value === 'bigint') return roundedText(value, column.format.decimals);
    throw wrongValue(value, column, where, 'not a whole number', 'Return whole ten-thousandths.');
  }
  if (value === 0n) return 'false';
  if (value === 1n) return 'true';
  throw wrongValue(value, column, where, 'not 0 or 1', 'Return 0 or 1.');
}

function wrongValue(value: Cell, { name }: OutputColumn, where: string, what: string, next: string): Failure {
  const shown = typeof value === 'string' ? JSON.stringify(value) : value;
  return new Failure(`${where}: column ${name} is ${shown}, ${what}.`, next);
}
