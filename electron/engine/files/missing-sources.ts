import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** The required sources of a recipe that have no file yet. */
export function missingSources(db: ReadableDb, recipe: Recipe): readonly string[] {
  const loaded = new Set(db.prepare<[], string>('select distinct source from import').pluck().all());
  return recipe.sources.filter(({ name, required }) => required && !loaded.has(name)).map(({ name }) => name);
}
