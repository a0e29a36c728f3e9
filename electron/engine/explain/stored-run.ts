import { z } from 'zod';
import type { SourceFigures } from '../../contract/reconciliation.ts';
import { Failure } from '../failure.ts';
import { bindings } from '../recipe/parameters.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Bindings } from '../run/query.ts';
import { type RunTables, runTables } from '../run/run-tables.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** A run that the workspace keeps, with the recipe as it was then. */
export interface StoredRun {
  readonly recipe: Recipe;
  readonly asOf: string;
  readonly tables: RunTables;
  /** What was loaded for it. */
  readonly sources: readonly SourceFigures[];
  /** The values that its queries were bound to. */
  readonly bindings: Bindings;
}

const RecipeTextSchema = z.object({ folder: z.string(), files: z.record(z.string(), z.string()) });

const ParamsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** Recipes that were read lately, by their stored text: reading one takes longer than most questions about a run. */
const recentRecipes = new Map<string, Recipe>();
const MOST_RECIPES = 8;

/** Reads a run by its number; throws a Failure when the workspace does not have it. */
export function storedRun(db: ReadableDb, run: number): StoredRun {
  const row = db
    .prepare<[number], { as_of: string; params: string; recipe: string; sources: string }>(
      "select as_of, params, recipe, json_extract(reconciliation, '$.sources') as sources from run where run = ?",
    )
    .get(run);
  if (!row) throw new Failure(`There is no run ${run} in this workspace.`, 'Choose another run.');
  const recipe = storedRecipe(row.recipe);
  const params = ParamsSchema.parse(JSON.parse(row.params));
  return {
    recipe,
    asOf: row.as_of,
    tables: runTables(run),
    sources: JSON.parse(row.sources) as readonly SourceFigures[],
    bindings: bindings(recipe, row.as_of, params),
  };
}

/** The number of the last run, undefined before the first. */
export function lastRunNumber(db: ReadableDb): number | undefined {
  return db.prepare<[], number | null>('select max(run) from run').pluck().get() ?? undefined;
}

function storedRecipe(text: string): Recipe {
  const known = recentRecipes.get(text);
  if (known) return known;
  const { folder, files } = RecipeTextSchema.parse(JSON.parse(text));
  const recipe = parseRecipe({ folder, files: new Map(Object.entries(files)) });
  const [oldest] = recentRecipes.keys();
  if (recentRecipes.size >= MOST_RECIPES && oldest !== undefined) recentRecipes.delete(oldest);
  recentRecipes.set(text, recipe);
  return recipe;
}
