import type { QueryTable } from '../../contract/queries.ts';
import type { ColumnKind } from '../../contract/workspaces.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { columnsOf, exposedTables } from './exposed-tables.ts';

/** The tables that a query can name, with their columns in words. */
export function queryTables(db: ReadableDb, recipe: Recipe): readonly QueryTable[] {
  return exposedTables(db, recipe).tables.map((table) => ({
    name: table.name,
    kind: table.kind,
    description: table.description,
    columns: columnsOf(db, table).map((column) => {
      const stored = STORED[table.kindOf(column) ?? 'text'];
      return { name: column, description: [table.describe(column), stored].filter(Boolean).join('. ') };
    }),
  }));
}

/** How a value is to be written in SQL where it is not stored as it looks. */
const STORED: Readonly<Partial<Record<ColumnKind, string>>> = {
  id: "A plain number is compared without quotes: = 533, any other id with them: = '007'",
  decimal: 'In ten-thousandths: 12.50 is 125000',
  boolean: '1 is yes, 0 is no',
};
