import { lookupChanges } from '../recipe/lookup-changes.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { RECIPE_FILE } from '../recipe/recipe-folder.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { isSameText, recipeCopy } from '../workspace/recipe-copy.ts';
import { namedTogether } from './words.ts';

/** The sentence of a run that is made with the workspace's own copy of the recipe; none for any other. */
export function copyWarnings(db: ReadableDb, recipe: Recipe): readonly string[] {
  const copy = recipeCopy(db);
  if (!copy || !isSameText(copy.text, recipe.text)) return [];
  const [original = '', text = ''] = [copy.original, copy.text].map(({ files }) => files.get(RECIPE_FILE));
  const { titles } = lookupChanges(original, text);
  const changed = titles.length > 0 ? `, in which ${namedTogether(titles)} was changed` : '';
  return [`This run uses the workspace's own copy of the recipe${changed}.`];
}
