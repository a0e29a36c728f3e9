import { z } from 'zod';
import { Failure } from '../failure.ts';
import { exposeSource } from '../ingest/staging.ts';
import { bindings } from '../recipe/parameters.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Bindings } from '../run/query.ts';
import { exposeRun, type RunTables, runTables } from '../run/run-tables.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** The last run of a workspace, with the recipe as it was then. */
export interface LastRun {
  readonly recipe: Recipe;
  readonly asOf: string;
  readonly tables: RunTables;
  /** The values that its queries were bound to. */
  readonly bindings: Bindings;
}

const RecipeTextSchema = z.object({ folder: z.string(), files: z.record(z.string(), z.string()) });

const ParamsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** Finds the last run and lets queries name what it wrote; throws a Failure when there is none. */
export function openLastRun(db: ReadableDb, path: string): LastRun {
  const row = db
    .prepare<[], { run: number; as_of: string; params: string; recipe: string }>(
      'select run, as_of, params, recipe from run order by run desc limit 1',
    )
    .get();
  if (!row) throw new Failure(`${path} holds no run yet.`, 'Make one with: run … --workspace FILE.');
  const { folder, files } = RecipeTextSchema.parse(JSON.parse(row.recipe));
  const recipe = parseRecipe({ folder, files: new Map(Object.entries(files)) });
  const tables = runTables(row.run);
  for (const source of recipe.sources) exposeSource(db, source);
  exposeRun(db, recipe, tables);
  const params = ParamsSchema.parse(JSON.parse(row.params));
  return { recipe, asOf: row.as_of, tables, bindings: bindings(recipe, row.as_of, params) };
}
