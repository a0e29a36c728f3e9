import type { QueryTable } from '../../contract/queries.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import { exposedTables } from './exposed-tables.ts';

/** The tables that a query can name, with their columns in words. */
export function queryTables(db: ReadableDb, recipe: Recipe): readonly QueryTable[] {
  return exposedTables(db, recipe).tables.map(({ name, kind, description, table, describe }) => ({
    name,
    kind,
    description,
    columns: columnsOf(db, table).map((column) => ({ name: column, description: describe(column) })),
  }));
}

/** The columns of a table of the workspace. */
export function columnsOf(db: ReadableDb, table: string): readonly string[] {
  return db
    .prepare(`select * from main.${identifier(table)}`)
    .columns()
    .map(({ name }) => name);
}
