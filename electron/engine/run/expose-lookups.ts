import { lookupColumns, lookupRows } from '../recipe/lookup-table.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';

/** Lets queries name the lookups of a recipe, on this connection only: nothing of them is stored. */
export function exposeLookups(db: ReadableDb, { lookups }: Recipe): void {
  for (const lookup of lookups) {
    const name = identifier(lookup.lookup);
    const columns = lookupColumns(lookup).map((column, at) => `value ->> ${at} as ${identifier(column)}`);
    db.exec(`drop view if exists temp.${name}`);
    // As one text, since SQLite takes a list of values within a view only up to 1,000 of them; materialized, so that a join
    // reads that text once.
    db.exec(
      `create temp view ${name} as with listed as materialized (
         select ${columns.join(', ')} from json_each(${literal(JSON.stringify(lookupRows(lookup)))})
       ) select * from listed`,
    );
  }
}

/** A view binds no parameters, so its values are written out. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
