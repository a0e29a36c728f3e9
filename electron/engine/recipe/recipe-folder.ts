import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { explainSystemError, Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
import { SQL_FOLDER } from '../paths.ts';
import { didYouMean, listed } from './place.ts';
import type { RecipeText } from './recipe.ts';

/** The file of a recipe's folder that says what the recipe is. */
export const RECIPE_FILE = 'recipe.yaml';

/** The folders of the recipes that Muster ships, by name. */
export function builtInRecipes(): readonly string[] {
  const folder = join(SQL_FOLDER, 'recipes');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, RECIPE_FILE)));
}

/** The folder of a recipe that the user names: a built-in one by its id, any other by the path of its folder or of its recipe.yaml. */
export function findRecipe(idOrPath: string, cwd: string): string {
  const builtIn = builtInRecipes();
  const byId = builtIn.find((folder) => basename(folder) === idOrPath);
  if (byId !== undefined) return byId;
  const path = resolve(cwd, idOrPath);
  if (existsSync(path)) {
    if (isFolder(path)) return path;
    if (basename(path) === RECIPE_FILE) return dirname(path);
  }
  const ids = builtIn.map((folder) => basename(folder));
  throw new Failure(
    `There is no recipe "${idOrPath}": neither a built-in one (${listed(ids)}) nor the path of a recipe's folder.`,
    didYouMean(idOrPath, ids, 'Name one of these, or the path of a folder with a recipe.yaml.'),
  );
}

/** Reads recipe.yaml and every SQL file below its folder, except those of tests. */
export function readRecipeFolder(folder: string): RecipeText {
  if (!isFolder(folder)) {
    throw new Failure(`${folder}: there is no such folder.`, 'Check the path of the recipe.');
  }
  if (!existsSync(join(folder, RECIPE_FILE))) {
    throw new Failure(`${folder} is no recipe: it holds no ${RECIPE_FILE}.`, 'Check the path of the recipe.');
  }
  const files = new Map([[RECIPE_FILE, readText(join(folder, RECIPE_FILE))]]);
  for (const file of sqlFiles(folder)) files.set(file, readText(join(folder, file)));
  return { folder, files };
}

function sqlFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll(sep, '/'))
      .filter((path) => path.endsWith('.sql') && !path.startsWith('tests/'))
      .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile())
      .sort();
  } catch (error) {
    throw explainSystemError(error, folder);
  }
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw explainSystemError(error, path);
  }
  try {
    // The decoder also takes away a byte order mark, which SQL and YAML would stumble over.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${path} is not UTF-8 text.`, 'Save it as UTF-8.');
  }
}
