import type { Insight } from '../../contract/insights.ts';
import { readKey } from '../explain/read-key.ts';
import { Failure } from '../failure.ts';
import type { Exposed } from '../queries/exposed-tables.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Bindings } from '../run/query.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { recipeInsight } from './recipe-insight.ts';

/**
 * A chart of the profile with the data of one entity of the last run, by its key as a person gives it; without rows where there is nothing
 * of it. Throws a Failure for a chart that the profile does not have, and when its query fails.
 */
export function profileInsight(
  db: ReadableDb,
  exposed: Exposed,
  insight: string,
  keyTexts: readonly string[],
): Insight {
  const step = exposed.recipe.profile.find((each) => each.insight === insight);
  if (!exposed.run || !step) {
    throw new Failure(`The profile of the last run has no chart ${insight}.`, 'Choose another.');
  }
  return recipeInsight(db, exposed, step, keyBindings(exposed.recipe, keyTexts));
}

/** What a query binds of an entity: the columns of the key, by their names. */
function keyBindings(recipe: Recipe, texts: readonly string[]): Bindings {
  const values = readKey(recipe, texts);
  return Object.fromEntries(recipe.key.map((name, part) => [name, values[part] ?? null]));
}
