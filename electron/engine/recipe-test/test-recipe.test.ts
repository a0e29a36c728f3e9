import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { readRecipeFolder } from '../recipe/recipe-folder.ts';
import { recipeText } from '../testing/a-people-recipe.ts';
import { type FileTexts, lines, writeTexts } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { type CaseResult, testRecipe } from './test-recipe.ts';

const LEAST_SCORE = { type: 'integer', default: 2, title: 'Least score' };
const RECIPE = recipeText({
  params: { least_score: LEAST_SCORE },
  rules: [
    {
      stage: 'low',
      sql: "select id, 'low' as reason, score as detail from person where score < :least_score",
    },
    {
      stage: 'unseen',
      sql: "select id, 'unseen' as reason, null as detail from person where seen_on is null or seen_on > :as_of",
    },
  ],
}).files;

const CASE: FileTexts = {
  'case.yaml': 'as_of: 2026-11-20\n',
  'in/people.csv': lines('id,score,seen_on', '1,1,2026-11-20', '2,2,2026-11-20', '3,3,2026-11-21'),
  'expected/delivery.csv': lines('id', '2'),
};

/** A recipe's folder with these cases. */
function recipeFolder(cases: Readonly<Record<string, FileTexts>>): string {
  const folder = tempFolder();
  writeTexts(folder, Object.fromEntries(RECIPE));
  for (const [name, files] of Object.entries(cases)) writeTexts(join(folder, 'tests', name), files);
  return folder;
}

function run(folder: string): Promise<readonly CaseResult[]> {
  return testRecipe(parseRecipe(readRecipeFolder(folder)));
}

/** What differs in a case that is the sound one with some files changed. */
async function differences(changes: FileTexts): Promise<readonly string[]> {
  const [result] = await run(recipeFolder({ one: { ...CASE, ...changes } }));
  return result?.differences ?? ['no result'];
}

test('a case passes when every expected file is written just so; other files do not matter', async () => {
  expect(await differences({})).toEqual([]);
  const dropouts = lines('id,stage,reason,detail,also', '1,low,low,1,', '3,unseen,unseen,,');
  expect(await differences({ 'expected/dropouts.csv': dropouts })).toEqual([]);
});

test('all cases are run, in the order of their names', async () => {
  const wrong = { ...CASE, 'expected/delivery.csv': 'id\n' };
  const results = await run(recipeFolder({ b: CASE, a: wrong, c: wrong }));
  expect(results.map(({ name, differences: found }) => [name, found.length])).toEqual([
    ['a', 1],
    ['b', 0],
    ['c', 1],
  ]);
});

test('a case has its own as-of date and parameters', async () => {
  const yaml = 'as_of: "2026-11-21"\nparams: {least_score: 3}\n';
  expect(await differences({ 'case.yaml': yaml, 'expected/delivery.csv': lines('id', '3') })).toEqual([]);
});

describe('a case that differs says where', () => {
  test('the first line that is another', async () => {
    expect(await differences({ 'expected/delivery.csv': lines('id', '1', '2') })).toEqual([
      'delivery.csv:2\n  expected: 1\n  written:  2',
    ]);
  });

  test('the line that is missing, and the one that is too much', async () => {
    expect(await differences({ 'expected/delivery.csv': lines('id', '2', '3') })).toEqual([
      'delivery.csv:3\n  expected: 3\n  written:  ',
    ]);
    expect(await differences({ 'expected/delivery.csv': 'id' })).toEqual([
      'delivery.csv:2\n  expected: (the end of the file)\n  written:  2',
    ]);
  });

  test('every expected file, one that is not written too', async () => {
    const found = await differences({ 'expected/audience.csv': 'id\n', 'expected/delivery.csv': 'id\n' });
    expect(found).toEqual([
      'audience.csv: expected, but not written',
      'delivery.csv:2\n  expected: \n  written:  2',
    ]);
  });

  test('with the words of the failure when the run fails', async () => {
    const [difference] = await differences({ 'in/people.csv': lines('name', 'x') });
    expect(difference).toMatch(/^the run failed: .*people\.csv: line 1 has no column id\./);
    const yaml = 'as_of: 2026-11-20\nparams: {least: 3}\n';
    expect(await differences({ 'case.yaml': yaml })).toEqual([
      expect.stringMatching(/^the run failed: The recipe test-people has no parameter "least"/),
    ]);
  });
});

describe('a case that is to fail', () => {
  const failing = (failure: string, people: string): FileTexts => ({
    'case.yaml': `as_of: 2026-11-20\nfailure: "${failure}"\n`,
    'in/people.csv': people,
  });
  const run1 = async (files: FileTexts) => (await run(recipeFolder({ one: files })))[0]?.differences;

  test('passes when the run ends in a failure with these words', async () => {
    expect(await run1(failing('people.csv: line 1 has no column id.', 'name\nx\n'))).toEqual([]);
  });

  test('differs when the failure is another, or there is none', async () => {
    expect(await run1(failing('no column team', 'name\nx\n'))).toEqual([
      expect.stringMatching(/^expected a failure with "no column team", but it was: .*no column id/),
    ]);
    expect(await run1(failing('no column id', 'id\n1\n'))).toEqual([
      'expected a failure with "no column id", but the run finished',
    ]);
  });
});

describe('a case that cannot be run is refused by name', () => {
  test('without case.yaml', async () => {
    const { 'case.yaml': _, ...files } = CASE;
    const folder = recipeFolder({ one: files });
    await expect(run(folder)).rejects.toThrow(`${join(folder, 'tests', 'one', 'case.yaml')} is missing.`);
  });

  test.each(['in', 'expected'])('without the folder %s', async (missing) => {
    const folder = recipeFolder({ one: CASE });
    const path = join(folder, 'tests', 'one', missing);
    rmSync(path, { recursive: true });
    await expect(run(folder)).rejects.toThrow(`${path} is missing.`);
  });

  test('with nothing expected, as it could not fail', async () => {
    const folder = recipeFolder({ one: CASE });
    const path = join(folder, 'tests', 'one', 'expected');
    rmSync(path, { recursive: true });
    mkdirSync(path);
    await expect(run(folder)).rejects.toThrow(`${path} is empty: the case could not fail.`);
  });

  test.each([
    ['a key that is unknown', 'as_of: 2026-11-20\nexit: 3\n', 'case.yaml: Unrecognized key: "exit".'],
    ['a day that is none', 'as_of: 2026-02-30\n', 'as_of: must be a day, YYYY-MM-DD'],
    ['no day', 'params: {}\n', 'as_of: '],
    ['nothing', '', 'case.yaml: Invalid input: expected object'],
    ['broken YAML', 'as_of: [', 'case.yaml: '],
  ])('with %s in case.yaml', async (_, yaml, says) => {
    const folder = recipeFolder({ one: { ...CASE, 'case.yaml': yaml } });
    await expect(run(folder)).rejects.toMatchObject({
      name: 'Failure',
      message: expect.stringContaining(says),
    });
    await expect(run(folder)).rejects.toThrow(join(folder, 'tests', 'one', 'case.yaml'));
  });
});

test('a recipe without any case is refused: it would pass in silence', async () => {
  const folder = recipeFolder({});
  await expect(run(folder)).rejects.toThrow(`${join(folder, 'tests')}: the recipe has no tests.`);
  writeTexts(folder, { 'tests/README.md': 'no case' });
  await expect(run(folder)).rejects.toThrow('the recipe has no tests.');
});
