import { Failure } from '../failure.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Workspace } from './workspace.ts';

/**
 * Notes for which recipe a workspace is, with the recipe's text as it is now, unless the workspace uses a copy of its own. A workspace
 * serves one recipe: its sources and runs would mean nothing to another. Throws a Failure when it is another's; the caller holds the
 * transaction.
 */
export function claimForRecipe({ db, path }: Workspace, recipe: Recipe): void {
  const { folder, files } = recipe.text;
  const owner = db.prepare<[], string>('select recipe from workspace').pluck().get();
  if (owner !== undefined && owner !== recipe.id) {
    throw new Failure(
      `${path} is a workspace of the recipe ${owner}, not ${recipe.id}.`,
      'Name another workspace.',
    );
  }
  db.prepare(
    `insert into workspace (only_row, recipe, recipe_text) values (1, ?, ?)
     on conflict do update set recipe_text = excluded.recipe_text
     where not exists (select 1 from recipe_copy)`,
  ).run(recipe.id, JSON.stringify({ folder, files: Object.fromEntries(files) }));
}
