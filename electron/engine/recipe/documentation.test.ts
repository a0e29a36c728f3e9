import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MACROS } from './macros.ts';
import { parseRecipe } from './parse-recipe.ts';
import { recipeJsonSchema } from './schema.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/recipes.md'), 'utf8');

test('the example of the guide is a complete recipe that reads cleanly', () => {
  const files = [...guide.matchAll(/^`([\w/.]+)`:\n\n```(?:yaml|sql)\n([\s\S]*?)^```/gm)];
  const recipe = parseRecipe({
    folder: 'newsletter',
    files: new Map(files.map(([, file = '', text = '']) => [file, text])),
  });
  expect(files).toHaveLength(8);
  expect(recipe.id).toBe('newsletter');
  expect(recipe.rules.map(({ stage }) => stage)).toEqual(['complained', 'no_address', 'quiet']);
});

test('the guide explains every macro in the words of its definition', () => {
  for (const { name, parameters, description } of MACROS) {
    expect(guide).toContain(`| \`${name}(${parameters.join(', ')})\` | ${description} |`);
  }
});

test('the guide names every key of a recipe and every type', () => {
  const schema = JSON.stringify(recipeJsonSchema());
  const keys = [...schema.matchAll(/"(\w+)":\{/g)].map(([, key = '']) => key);
  const types = ['id', 'text', 'email', 'integer', 'decimal', 'date', 'timestamp', 'boolean', 'enum'];
  const ofTheSchemaItself = ['properties', 'items', 'additionalProperties', 'propertyNames', 'default'];
  for (const key of [...keys, ...types]) {
    if (!ofTheSchemaItself.includes(key)) expect(guide).toMatch(new RegExp(`\\b${key}\\b`));
  }
});
