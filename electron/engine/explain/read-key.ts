import { UsageFailure } from '../failure.ts';
import { Fault, type StoredValue, valueReader } from '../ingest/values.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { keyTypes } from '../recipe/table-source.ts';

/** The key of an entity as tables store it, from the texts that a person gives; throws a UsageFailure for too few or too many. */
export function readKey(recipe: Recipe, texts: readonly string[]): readonly StoredValue[] {
  if (texts.length !== recipe.key.length) {
    throw new UsageFailure(
      `The key of a ${recipe.entity} is ${recipe.key.join(', ')}: ${recipe.key.length} values, not ${texts.length}.`,
      'Give each of them.',
    );
  }
  const types = keyTypes(recipe);
  return texts.map((text, part) => {
    const type = types[part] ?? { kind: 'id' };
    const value = valueReader(type)(text.trim());
    // What is no value of the column's type is no key of anybody.
    return value instanceof Fault ? text : value;
  });
}
