import { lookupColumns, lookupRows } from '../recipe/lookup-table.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { exposeValues } from '../workspace/expose-values.ts';

/** Lets queries name the lookups of a recipe. */
export function exposeLookups(db: ReadableDb, { lookups }: Recipe): void {
  for (const lookup of lookups) exposeValues(db, lookup.lookup, lookupColumns(lookup), lookupRows(lookup));
}
