import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recipeJsonSchema } from './schema.ts';

test('the JSON Schema for editors is the one that is generated (npm run schema)', () => {
  const path = join(import.meta.dirname, '../../../docs/recipe.schema.json');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(recipeJsonSchema());
});

test('the JSON Schema allows no unknown keys and leaves out what has a default', () => {
  const schema = recipeJsonSchema();
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual([
    'recipe',
    'title',
    'entity',
    'key',
    'sources',
    'tables',
    'population',
    'outputs',
  ]);
});
