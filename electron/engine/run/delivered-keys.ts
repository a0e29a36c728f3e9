import type { Recipe } from '../recipe/recipe.ts';
import { identifier, identifiers } from '../workspace/database.ts';
import type { RunTables } from './run-tables.ts';

/** SQL for the keys of all that a run delivered, from its written tables: one that is delivered twice stands there twice. */
export function deliveredKeys({
  recipe,
  tables,
}: {
  readonly recipe: Recipe;
  readonly tables: RunTables;
}): string {
  const { outputs, key } = recipe;
  return outputs
    .filter(({ delivers }) => delivers)
    .map(({ name }) => `select ${identifiers(key)} from main.${identifier(tables.output(name))}`)
    .join(' union all ');
}
