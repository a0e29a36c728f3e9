import type { Recipe } from '../recipe/recipe.ts';
import { readable, type Value } from './readable.ts';

/** Keys of entities as a person reads them. */
export function keyTexts(
  recipe: Recipe,
  keys: readonly (readonly Value[])[],
): readonly (readonly string[])[] {
  const population = recipe.tables.find(({ table }) => table === recipe.population);
  const source = recipe.sources.find(({ name }) => name === population?.from);
  const kinds = recipe.key.map((name) => source?.columns.find((column) => column.name === name)?.type.kind);
  return keys.map((key) => key.map((value, part) => readable(value, kinds[part]) ?? ''));
}
