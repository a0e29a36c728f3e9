import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCorrection, aKeptLoadedWorkspace, aKeptRun, loadInto } from '../testing/a-kept-run.ts';
import { aPeopleRecipe, DELIVERY, PERSON_TABLE } from '../testing/a-people-recipe.ts';
import { lines } from '../testing/file-texts.ts';
import { recipeWith, SOME_RULES } from '../testing/people-rules.ts';
import { inputFiles, RANDOM_INPUT } from '../testing/random-people.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import { compareRuns, differenceSql } from './compare-runs.ts';
import { storedRun } from './stored-run.ts';

const LOW = {
  stage: 'low',
  sql: "select id, 'low' as reason, null as detail from person where score < :least",
};
const PARAMS = { params: { least: { type: 'integer', title: 'Least score', default: 2 } } };
const RECIPE = aPeopleRecipe({ ...PARAMS, rules: [LOW] });

test('who came, who left and who stayed are told, with the reason of the run that does not deliver them', async () => {
  const workspace = await aKeptLoadedWorkspace(RECIPE, {
    'people.csv': lines('id,score', '1,1', '2,2', '3,3', '4,4'),
  });
  await aKeptRun(workspace, RECIPE, { params: { least: 2 } });
  await loadInto(workspace, RECIPE, { 'people.csv': lines('id,score', '1,5', '2,2', '3,3', '5,5') });
  await aKeptRun(workspace, RECIPE, { params: { least: 3 }, asOf: '2026-11-21' });
  expect(compareRuns(workspace.db, 1, 2)).toMatchObject({
    from: { run: 1, delivered: 3 },
    to: { run: 2, delivered: 3 },
    came: 2,
    left: 2,
    stayed: 1,
    leftBy: [
      { reason: null, title: 'Not in the population', entities: 1 },
      { reason: 'low', title: 'Rule low', entities: 1 },
    ],
    cameBy: [
      { reason: null, title: 'Not in the population', entities: 1 },
      { reason: 'low', title: 'Rule low', entities: 1 },
    ],
    causes: [
      { kind: 'data', sentence: 'people.csv of people has other content.' },
      { kind: 'parameters', sentence: 'Least score (least): 2 before, 3 now.' },
      { kind: 'time', sentence: 'The as-of date was 2026-11-20 and is 2026-11-21.' },
    ],
  });
});

test('a reason that stands in the data is told by itself', async () => {
  const reasons = { sql: 'rules/teams.sql' };
  const files = { 'rules/teams.sql': 'select distinct team as reason from people' };
  const rule = {
    ...{ stage: 'away', reasons },
    sql: 'select id, team as reason, null as detail from person where score < :least',
  };
  const recipe = aPeopleRecipe({ ...PARAMS, rules: [rule], files });
  const workspace = await aKeptLoadedWorkspace(recipe, {
    'people.csv': lines('id,score,team', '1,1,ill', '2,1,ill', '3,1,abroad'),
  });
  await aKeptRun(workspace, recipe, { params: { least: 0 } });
  await aKeptRun(workspace, recipe, { params: { least: 2 } });
  expect(compareRuns(workspace.db, 1, 2).leftBy).toEqual([
    { reason: 'ill', title: 'ill', entities: 2 },
    { reason: 'abroad', title: 'abroad', entities: 1 },
  ]);
});

test('runs of other recipe texts are compared, each by its own rules', async () => {
  const workspace = await aKeptLoadedWorkspace(RECIPE, { 'people.csv': lines('id,score', '1,1', '2,2') });
  const params = { least: 2 };
  await aKeptRun(workspace, RECIPE, { params });
  const all = "select id, 'nobody' as reason, null as detail from person";
  const other = aPeopleRecipe({ ...PARAMS, rules: [{ stage: 'nobody', sql: all }] });
  await aKeptRun(workspace, other, { params });
  expect(compareRuns(workspace.db, 1, 2)).toMatchObject({
    leftBy: [{ reason: 'nobody', title: 'Rule nobody', entities: 1 }],
    causes: [
      { kind: 'rules', sentence: 'recipe.yaml of the recipe was changed.' },
      { kind: 'rules', sentence: 'rules/nobody.sql of the recipe was added.' },
      { kind: 'rules', sentence: 'rules/low.sql of the recipe was taken away.' },
    ],
  });
  expect(compareRuns(workspace.db, 2, 1)).toMatchObject({
    cameBy: [{ reason: 'nobody', title: 'Rule nobody', entities: 1 }],
  });
});

test('corrections that only one of the runs was made with are counted', async () => {
  const workspace = await aKeptLoadedWorkspace(RECIPE, { 'people.csv': lines('id,score', '1,x') });
  const params = { least: 2 };
  aCorrection(workspace, { newText: '1' });
  await aKeptRun(workspace, RECIPE, { params });
  workspace.db.exec('update correction set active = 0');
  aCorrection(workspace, { newText: '2' });
  aCorrection(workspace, { newText: '3' });
  await aKeptRun(workspace, RECIPE, { params });
  expect(compareRuns(workspace.db, 1, 2).causes).toEqual([
    { kind: 'corrections', sentence: '2 corrections more.' },
    { kind: 'corrections', sentence: '1 correction fewer.' },
  ]);
  expect(compareRuns(workspace.db, 2, 2).causes).toEqual([]);
});

test('runs that name their entities by other keys cannot be compared', async () => {
  const workspace = await aKeptLoadedWorkspace(RECIPE, { 'people.csv': lines('id,team', '1,red') });
  await aKeptRun(workspace, RECIPE, { params: { least: 2 } });
  const byTeam = aPeopleRecipe({
    key: ['team'],
    tables: [{ ...PERSON_TABLE, key: ['team'], sql: 'select record, team, seen_on from people' }],
    outputs: [{ ...DELIVERY, sql: 'select team from survivor order by team' }],
  });
  await aKeptRun(workspace, byTeam);
  expect(() => compareRuns(workspace.db, 1, 2)).toThrow('Run 1 names a person by id, run 2 by team.');
  expect(() => compareRuns(workspace.db, 1, 3)).toThrow('There is no run 3');
});

test('who came and who left are the differences of the delivered keys, each with one reason', async () => {
  await fc.assert(
    fc.asyncProperty(
      RANDOM_INPUT,
      RANDOM_INPUT,
      SOME_RULES,
      SOME_RULES,
      async (one, other, rules, others) => {
        const [earlier, later] = [recipeWith(rules), recipeWith(others)];
        const workspace = await aKeptLoadedWorkspace(earlier, inputFiles(one));
        await aKeptRun(workspace, earlier);
        await loadInto(workspace, later, inputFiles(other));
        await aKeptRun(workspace, later);
        const { db } = workspace;
        const [before, after] = [deliveredOf(db, 1), deliveredOf(db, 2)];
        const { came, left, stayed, cameBy, leftBy } = compareRuns(db, 1, 2);
        const expected = {
          came: after.filter((id) => !before.includes(id)),
          left: before.filter((id) => !after.includes(id)),
        };
        expect({ came, left, stayed }).toEqual({
          came: expected.came.length,
          left: expected.left.length,
          stayed: before.length - expected.left.length,
        });
        expect(cameBy.reduce((sum, { entities }) => sum + entities, 0)).toBe(came);
        expect(leftBy.reduce((sum, { entities }) => sum + entities, 0)).toBe(left);
        for (const which of ['came', 'left'] as const) {
          const ids = db.prepare<[], string | number>(
            differenceSql(storedRun(db, 1), storedRun(db, 2), which),
          );
          expect(ids.pluck().all().map(String).sort()).toEqual([...expected[which]].sort());
        }
      },
    ),
    { numRuns: 20 },
  );
});

function deliveredOf(db: ReadableDb, run: number): readonly string[] {
  const ids = db.prepare<[], string | number>(`select id from ${identifier(`run_${run}_output_delivery`)}`);
  return ids.pluck().all().map(String);
}
