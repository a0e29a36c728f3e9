import { Failure } from '../failure.ts';
import { changeLookup, type LookupChange } from '../recipe/change-lookup.ts';
import { lookupChanges } from '../recipe/lookup-changes.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { RecipeText } from '../recipe/recipe.ts';
import { RECIPE_FILE } from '../recipe/recipe-folder.ts';
import { claimForRecipe } from '../workspace/claim.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { isSameText, keepRecipeCopy, recipeCopy, removeRecipeCopy } from '../workspace/recipe-copy.ts';
import { ownRecipeText } from '../workspace/stored-recipe.ts';
import { inTransaction } from '../workspace/workspace.ts';
import type { JobTable, RecipeContext } from './job.ts';

/** What the user changes of the recipe: each returns the recipe that the workspace uses from then on. */
export const lookupJobs = {
  /** Changes cells of a lookup in the workspace's copy of the recipe, which is made where there is none yet. */
  async changeLookup(
    { workspace, recipe, workWith }: RecipeContext,
    change: LookupChange,
  ): Promise<RecipeText> {
    const { db, path } = workspace;
    const changed = changeLookup(recipe, change);
    const next = await inTransaction(workspace, async () => {
      const original = recipeCopy(db)?.original ?? recipe.text;
      if (saysTheSame(changed.text, original) && isRecipeNow(db, path, original)) {
        removeRecipeCopy(db);
        return parseRecipe(original);
      }
      keepRecipeCopy(db, { text: changed.text, original });
      return changed;
    });
    workWith(next);
    return next.text;
  },

  /** Takes the copy away: the workspace uses the recipe itself again. */
  async restoreRecipe({ workspace, workWith }: RecipeContext): Promise<RecipeText> {
    const { db, path } = workspace;
    const own = parseRecipe(ownRecipeText(db, path));
    await inTransaction(workspace, async () => {
      removeRecipeCopy(db);
      claimForRecipe(workspace, own);
    });
    workWith(own);
    return own.text;
  },
} satisfies JobTable<RecipeContext>;

/** Whether all lookups are as in the original, in whatever way they are written: such a copy is none. */
function saysTheSame(text: RecipeText, original: RecipeText): boolean {
  const [now = '', then = ''] = [text, original].map(({ files }) => files.get(RECIPE_FILE));
  return lookupChanges(then, now).titles.length === 0;
}

function isRecipeNow(db: ReadableDb, path: string, original: RecipeText): boolean {
  try {
    return isSameText(ownRecipeText(db, path), original);
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
