import type { QueryTable } from '../../contract/queries.ts';
import type { ColumnKind } from '../../contract/workspaces.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import { exposedTables } from './exposed-tables.ts';

/** The tables that a query can name, with their columns in words. */
export function queryTables(db: ReadableDb, recipe: Recipe): readonly QueryTable[] {
  return exposedTables(db, recipe).tables.map(({ name, kind, description, table, describe, kindOf }) => ({
    name,
    kind,
    description,
    columns: columnsOf(db, table).map((column) => {
      const stored = STORED[kindOf(column) ?? 'text'];
      return { name: column, description: [describe(column), stored].filter(Boolean).join('. ') };
    }),
  }));
}

/** How a value is to be written in SQL where it is not stored as it looks. */
const STORED: Readonly<Partial<Record<ColumnKind, string>>> = {
  id: "A plain number is compared without quotes: = 533, any other id with them: = '007'",
  decimal: 'In ten-thousandths: 12.50 is 125000',
  boolean: '1 is yes, 0 is no',
};

/** The columns of a table of the workspace. */
export function columnsOf(db: ReadableDb, table: string): readonly string[] {
  return db
    .prepare(`select * from main.${identifier(table)}`)
    .columns()
    .map(({ name }) => name);
}
