import type { Recipe } from '../recipe/recipe.ts';
import { keyTypes } from '../recipe/table-source.ts';
import { readable, type Value } from './readable.ts';

/** Keys of entities as a person reads them. */
export function keyTexts(
  recipe: Recipe,
  keys: readonly (readonly Value[])[],
): readonly (readonly string[])[] {
  const kinds = keyTypes(recipe).map(({ kind }) => kind);
  return keys.map((key) => key.map((value, part) => readable(value, kinds[part]) ?? ''));
}
