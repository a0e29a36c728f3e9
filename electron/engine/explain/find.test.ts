import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../contract/explain.ts';
import { aPeopleRecipe, PERSON_TABLE } from '../testing/a-people-recipe.ts';
import { aLoadedWorkspace, aRun } from '../testing/a-run.ts';
import { aKeptWorkspace } from '../testing/a-workspace.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { findInPopulation, findInSources } from './find.ts';

const COLUMNS = { id: { type: 'id', required: true }, email: { type: 'email' }, score: { type: 'integer' } };
const LOW = { stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score < 2" };
const RECIPE = aPeopleRecipe({
  sources: {
    people: { files: ['people.csv'], columns: COLUMNS },
    visits: {
      files: ['visits.csv'],
      required: false,
      columns: { id: { type: 'id' }, place: { type: 'text' } },
    },
  },
  tables: [{ ...PERSON_TABLE, latest: 'score' }],
  rules: [LOW],
});

const FILES = {
  'people.csv': lines(
    'id,email,score',
    '12,old@a.example,1',
    '12,ann@a.example,5',
    '112,bob_x@a.example,1',
    '12a,Zoé@a.example,3',
    'C-12,,3',
  ),
  'visits.csv': lines('id,place', '99,Ancona', ',Ancona', '12,Ancona'),
};

async function aFinishedRun() {
  const path = join(tempFolder(), 'w.muster');
  await aRun(RECIPE, FILES, { workspace: path });
  return aKeptWorkspace(path).db;
}

const told = (found: readonly Candidate[]) =>
  found.map(({ key, column, value }) => [...key, column, value].join(' '));

describe('in the population', () => {
  test('a key comes first, then what begins with it; the rest only where it is no key', async () => {
    const db = await aFinishedRun();
    expect(told(findInPopulation(db, ' 12 ', 10))).toEqual(['12 id 12', '12a id 12a']);
    expect(told(findInPopulation(db, '2', 10))).toEqual([
      '12 id 12',
      '112 id 112',
      '12a id 12a',
      'C-12 id C-12',
    ]);
  });

  test('an exact text comes before one that begins with it, and that before one that has it, in any case', async () => {
    const db = await aFinishedRun();
    expect(told(findInPopulation(db, 'BOB_X@A.EXAMPLE', 10))).toEqual(['112 email bob_x@a.example']);
    expect(told(findInPopulation(db, 'A', 10))[0]).toBe('12 email ann@a.example');
    expect(told(findInPopulation(db, 'zoÉ', 10))).toEqual(['12a email zoé@a.example']);
    expect(told(findInPopulation(db, 'c-12', 10))).toEqual(['C-12 id C-12']);
  });

  test('signs that are patterns in SQL stand for themselves', async () => {
    const db = await aFinishedRun();
    expect(findInPopulation(db, '%', 10)).toEqual([]);
    expect(told(findInPopulation(db, '_', 10))).toEqual(['112 email bob_x@a.example']);
  });

  test('at most so many are found, each once', async () => {
    const db = await aFinishedRun();
    expect(findInPopulation(db, 'a', 2)).toHaveLength(2);
    expect(new Set(findInPopulation(db, 'a', 10).map(({ key }) => key.join())).size).toBe(3);
  });

  test('each says what became of it', async () => {
    const db = await aFinishedRun();
    expect(findInPopulation(db, '12', 1)).toMatchObject([{ outcome: 'delivered', delivered: true }]);
    expect(findInPopulation(db, '112', 1)).toMatchObject([{ outcome: 'Rule low', delivered: false }]);
  });
});

describe('in the files', () => {
  test('also those are found that are not of the population, and values that were superseded', async () => {
    const db = await aFinishedRun();
    expect(findInSources(db, RECIPE, 'old@', 10)).toEqual([
      { key: ['12'], column: 'email', value: 'old@a.example', outcome: 'delivered', delivered: true },
    ]);
    expect(findInSources(db, RECIPE, 'ancona', 10)).toMatchObject([
      { key: ['99'], column: 'place', outcome: 'not in the population', delivered: false },
      { key: ['12'], outcome: 'delivered' },
    ]);
  });

  test('before any run the outcome says so', async () => {
    const db = await aLoadedWorkspace(RECIPE, FILES);
    expect(findInPopulation(db, '12', 10)).toEqual([]);
    expect(findInSources(db, RECIPE, '112', 10)).toMatchObject([
      { key: ['112'], outcome: 'no run yet', delivered: false },
    ]);
  });
});
