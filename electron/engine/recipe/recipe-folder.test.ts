import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf } from '../testing/a-member-recipe.ts';
import { parseRecipe } from './parse-recipe.ts';
import { builtInRecipes, findRecipe, readRecipeFolder } from './recipe-folder.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-recipe-'));
  for (const path of ['rules/deep', 'tests/case']) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'recipe.yaml'), '\ufeffrecipe: x\n');
  for (const file of ['rules/a.sql', 'rules/deep/b.sql', 'tests/case/c.sql', 'notes.txt']) {
    writeFileSync(join(folder, file), 'select 1 as one\n');
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a folder is read with its SQL files at any depth, without those of tests, without byte order marks', () => {
  const { files } = readRecipeFolder(folder);
  expect([...files.keys()]).toEqual(['recipe.yaml', 'rules/a.sql', 'rules/deep/b.sql']);
  expect(files.get('recipe.yaml')).toBe('recipe: x\n');
});

test('a recipe is found by its id, by its folder and by its recipe.yaml, from where the user stands', () => {
  const [first = ''] = builtInRecipes();
  expect(findRecipe(basename(first), '/')).toBe(first);
  expect(findRecipe(basename(folder), tmpdir())).toBe(folder);
  expect(findRecipe(join(basename(folder), 'recipe.yaml'), tmpdir())).toBe(folder);
  expect(findRecipe(folder, '/')).toBe(folder);
});

test('an unknown recipe fails with those that are known and the nearest of them', () => {
  expect(failureOf(() => findRecipe('eligible-audiense', '/'))).toMatch(
    /^There is no recipe "eligible-audiense": neither a built-in one \(.*eligible-audience.*\) .* Did you mean "eligible-audience"\?$/,
  );
});

test('a folder that is not there, and one without a recipe.yaml, fail', () => {
  const missing = join(folder, 'missing');
  expect(failureOf(() => readRecipeFolder(missing))).toBe(
    `${missing}: there is no such folder. Check the path of the recipe.`,
  );
  expect(failureOf(() => readRecipeFolder(join(folder, 'rules')))).toContain(
    'is no recipe: it holds no recipe.yaml.',
  );
});

test('a file that is not UTF-8 fails by its name', () => {
  const path = join(folder, 'rules', 'latin.sql');
  writeFileSync(path, Buffer.from([0x2d, 0x2d, 0xe9]));
  expect(failureOf(() => readRecipeFolder(folder))).toBe(`${path} is not UTF-8 text. Save it as UTF-8.`);
  rmSync(path);
});

test('every built-in recipe reads cleanly and has the name of its folder', () => {
  expect(builtInRecipes().map((path) => parseRecipe(readRecipeFolder(path)).id)).toEqual(
    builtInRecipes().map((path) => basename(path)),
  );
});
