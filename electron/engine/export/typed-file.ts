import { join } from 'node:path';
import type { Output, Recipe } from '../recipe/recipe.ts';
import type { RunTables } from '../run/run-tables.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { exportedTable } from './exported-table.ts';
import { parquetFile } from './parquet-file.ts';
import { type WrittenFile, writeDurably } from './written-file.ts';

/** The name of an output's file in a further format. */
export function typedFileName({ file }: Output, format: Output['also'][number]): string {
  return file.replace(/\.[a-z]+$/, `.${format}`);
}

/** Writes the rows of an output as Parquet beside its file: the columns that stand there, their kinds as the recipe says them. */
export function writeTypedFile(
  db: ReadableDb,
  recipe: Recipe,
  output: Output,
  tables: RunTables,
  folder: string,
): WrittenFile {
  const columns = output.columns
    .filter(({ written }) => written)
    .map(({ name }) => ({ name, hashed: false }));
  const table = exportedTable(db, recipe, output, tables.output(output.name), columns, () => {});
  return writeDurably(join(folder, typedFileName(output, 'parquet')), (write) => {
    for (const piece of parquetFile(table)) write(piece);
    return table.count;
  });
}
