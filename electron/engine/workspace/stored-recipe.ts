import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { builtInRecipes, RECIPE_FILE, readRecipeFolder } from '../recipe/recipe-folder.ts';
import type { ReadableDb } from './database.ts';
import { openWorkspaceForReading } from './workspace.ts';

const TextSchema = z.object({ folder: z.string(), files: z.record(z.string(), z.string()) });

/**
 * The recipe of a workspace as it is now: the built-in one of that id, else the one in its folder; where neither is there, as the
 * workspace keeps it. Throws a Failure for a file that is no workspace, or is one of no recipe yet.
 */
export function recipeOfWorkspace(path: string): Recipe {
  if (!existsSync(path)) {
    throw new Failure(`${path}: there is no such workspace.`, 'Choose another, or make a new one.');
  }
  const db = openWorkspaceForReading(path);
  try {
    const { id, text } = storedRecipe(db, path);
    const builtIn = builtInRecipes().find((folder) => basename(folder) === id);
    if (builtIn !== undefined) return parseRecipe(readRecipeFolder(builtIn));
    if (!text) throw new Failure(`${path} is of the recipe ${id}, which is not here.`, 'Install the recipe.');
    if (existsSync(join(text.folder, RECIPE_FILE))) {
      const recipe = parseRecipe(readRecipeFolder(text.folder));
      // Another recipe may stand in the folder by now.
      if (recipe.id === id) return recipe;
    }
    return parseRecipe({ folder: text.folder, files: new Map(Object.entries(text.files)) });
  } finally {
    db.close();
  }
}

function storedRecipe(db: ReadableDb, path: string) {
  const hasText = db
    .prepare<[], number>("select count(*) from pragma_table_info('workspace') where name = 'recipe_text'")
    .pluck()
    .get();
  const row = db
    .prepare<[], { recipe: string; text: string | null }>(
      `select recipe, ${hasText ? 'recipe_text' : 'null'} as text from workspace`,
    )
    .get();
  if (!row) throw new Failure(`${path} is a workspace without a recipe.`, 'Make a new one.');
  const last = db.prepare<[], string>('select recipe from run order by run desc limit 1').pluck().get();
  const text = row.text ?? last;
  return { id: row.recipe, text: text === undefined ? undefined : TextSchema.parse(JSON.parse(text)) };
}
