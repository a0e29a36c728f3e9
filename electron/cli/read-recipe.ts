import { parseRecipe } from '../engine/recipe/parse-recipe.ts';
import type { Recipe } from '../engine/recipe/recipe.ts';
import { findRecipe, readRecipeFolder } from '../engine/recipe/recipe-folder.ts';
import { userFolder } from './place.ts';
import { asUsage } from './usage.ts';

/** Reads and checks the recipe that the user names, by id or by path. */
export function readRecipe(idOrPath: string): Recipe {
  return parseRecipe(readRecipeFolder(asUsage(() => findRecipe(idOrPath, userFolder()))));
}
