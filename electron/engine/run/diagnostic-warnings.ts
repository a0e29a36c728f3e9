import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { type Bindings, explainQueryError } from './query.ts';
import { whole } from './words.ts';

/** What the recipe's diagnostics warn of after a run, in sentences; each says under which query its rows are found. */
export function diagnosticWarnings(db: ReadableDb, recipe: Recipe, bindings: Bindings): readonly string[] {
  return recipe.diagnostics.flatMap(({ title, query, warns }) => {
    if (!warns) return [];
    const rows = countRows(db, recipe, query, bindings);
    if (rows === 0) return [];
    const sentence = rows === 1 ? warns.one : warns.many.replaceAll('{rows}', whole(rows));
    return [`${sentence} See the query "${title}".`];
  });
}

function countRows(
  db: ReadableDb,
  recipe: Recipe,
  query: Recipe['diagnostics'][number]['query'],
  bindings: Bindings,
): number {
  try {
    const sql = `select count(*) from (\n${query.sql}\n)`;
    return db.prepare<[Bindings], number>(sql).pluck().get(bindings) ?? 0;
  } catch (error) {
    throw explainQueryError(error, recipe, query);
  }
}
