import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe, RecipeText } from '../recipe/recipe.ts';
import { builtInRecipes, RECIPE_FILE, readRecipeFolder } from '../recipe/recipe-folder.ts';
import { readYaml } from '../recipe/yaml-document.ts';
import type { ReadableDb } from './database.ts';
import { recipeCopy } from './recipe-copy.ts';
import { openWorkspaceForReading } from './workspace.ts';

const TextSchema = z.object({ folder: z.string(), files: z.record(z.string(), z.string()) });

/**
 * The recipe that a workspace uses: its own copy where it has one, else the recipe as it is now. Throws a Failure for a file that is
 * no workspace, or is one of no recipe yet.
 */
export function recipeOfWorkspace(path: string): Recipe {
  if (!existsSync(path)) {
    throw new Failure(`${path}: there is no such workspace.`, 'Choose another, or make a new one.');
  }
  const db = openWorkspaceForReading(path);
  try {
    return parseRecipe(recipeCopy(db)?.text ?? ownRecipeText(db, path));
  } finally {
    db.close();
  }
}

/**
 * The copy that the workspace at a path has of a recipe, ready to be run; else the recipe as it is given. A path at which no workspace
 * stands is for whoever opens it to refuse.
 */
export function recipeInUse(path: string, own: Recipe): Recipe {
  if (!existsSync(path)) return own;
  let db: ReadableDb;
  try {
    db = openWorkspaceForReading(path);
  } catch (error) {
    if (error instanceof Failure) return own;
    throw error;
  }
  try {
    const copy = recipeCopy(db);
    const isOfRecipe = copy !== undefined && storedRecipe(db, path).id === own.id;
    return isOfRecipe ? parseRecipe(copy.text) : own;
  } finally {
    db.close();
  }
}

/**
 * The files of a workspace's recipe as they are now, whatever copy it uses: of the built-in one of that id, else of the one in its
 * folder; where neither is there, as the workspace keeps them.
 */
export function ownRecipeText(db: ReadableDb, path: string): RecipeText {
  const { id, text } = storedRecipe(db, path);
  const builtIn = builtInRecipes().find((folder) => basename(folder) === id);
  if (builtIn !== undefined) return readRecipeFolder(builtIn);
  if (!text) throw new Failure(`${path} is of the recipe ${id}, which is not here.`, 'Install the recipe.');
  if (existsSync(join(text.folder, RECIPE_FILE))) {
    const inFolder = readRecipeFolder(text.folder);
    // Another recipe may stand in the folder by now.
    if (idOf(inFolder) === id) return inFolder;
  }
  return { folder: text.folder, files: new Map(Object.entries(text.files)) };
}

function idOf({ folder, files }: RecipeText): unknown {
  const { value } = readYaml(join(folder, RECIPE_FILE), files.get(RECIPE_FILE) ?? '');
  return z.object({ recipe: z.string() }).safeParse(value).data?.recipe;
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
