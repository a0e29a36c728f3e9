import { readId, type StoredValue } from '../ingest/values.ts';
import type { Recipe, Source, TableStep } from '../recipe/recipe.ts';
import { identifier } from '../workspace/database.ts';

/** Whether an entity has at most one row of a table: its key is the recipe's, or a part of it. */
export function isKeyedByEntity({ key }: Recipe, step: TableStep): boolean {
  return step.key.every((name) => key.includes(name));
}

/** The condition by which rows are found by the bound values of columns. */
export function columnsCondition(columns: readonly string[]): string {
  return columns.map((name) => `${identifier(name)} = ?`).join(' and ');
}

/** The condition by which an entity's row of such a table is found, and the values that it binds. */
export function rowCondition(
  recipe: Recipe,
  step: TableStep,
  key: readonly StoredValue[],
): { readonly where: string; readonly values: readonly StoredValue[] } {
  return {
    where: columnsCondition(step.key),
    values: step.key.map((name) => key[recipe.key.indexOf(name)] ?? null),
  };
}

/**
 * The columns of the recipe's key by which a source's records are an entity's; none where the source has nothing to say of single ones.
 * A source without the whole key counts where a table of its records has one row an entity at most: the client of a lead, say.
 */
export function entityColumns(recipe: Recipe, { name: source, columns }: Source): readonly string[] {
  const present = recipe.key.filter((name) => columns.some((column) => column.name === name));
  if (present.length === recipe.key.length) return present;
  const ofEntity = recipe.tables.some((step) => {
    return step.kind === 'source' && step.from === source && isKeyedByEntity(recipe, step);
  });
  return ofEntity ? present : [];
}

/** The value of a source's column that stands for every id; undefined where there is none. */
export function allOf({ columns }: Source, name: string): StoredValue | undefined {
  const all = columns.find((column) => column.name === name)?.all;
  return all === undefined ? undefined : readId(all);
}
