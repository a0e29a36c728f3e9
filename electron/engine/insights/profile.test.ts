import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Axis } from '../../contract/insights.ts';
import { resultJobs } from '../jobs/result-jobs.ts';
import { expose, exposedTables } from '../queries/exposed-tables.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { failureOf } from '../testing/a-member-recipe.ts';
import { aPeopleRecipe, type RecipeParts } from '../testing/a-people-recipe.ts';
import { AS_OF, aRun } from '../testing/a-run.ts';
import { aSeatRecipe, SEAT_FILES } from '../testing/a-seat-recipe.ts';
import { anEngine } from '../testing/an-engine.ts';
import { type FileTexts, lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { CancelFlag, guardReads } from '../workspace/cancel.ts';
import { openWorkspaceForReading } from '../workspace/workspace.ts';

const axis = (column: string, format: Axis['format']): Axis => ({ column, title: column, format });

type Chart = NonNullable<RecipeParts['profile']>[number];

const FIELDS: Chart & { readonly sql: string } = {
  ...{ insight: 'who', title: 'Who', description: 'What is known.', chart: 'fields' },
  sql: 'select team, score, :as_of as day from person where id = :id',
  fields: [axis('team', 'text'), axis('score', 'number'), axis('day', 'date')],
};
const SNAPSHOTS: Chart & { readonly sql: string } = {
  ...{ insight: 'snapshots', title: 'Snapshots', chart: 'table' },
  sql: 'select seen_on, spend from people where id = :id order by record',
  x: axis('seen_on', 'date'),
  columns: [axis('spend', 'money')],
};
const PARTS: RecipeParts = { profile: [FIELDS, SNAPSHOTS] };
const PEOPLE = {
  'people.csv': lines(
    'id,seen_on,score,team,spend',
    '1,2026-01-01,1,red,1.25',
    '1,2026-02-01,2,blue,10',
    '007,2026-01-01,3,,2.5',
    '7,2026-01-01,4,green,',
  ),
};

async function aReader(recipe: Recipe, files: FileTexts) {
  const path = join(tempFolder(), 'w.muster');
  await aRun(recipe, files, { workspace: path });
  const db = openWorkspaceForReading(path);
  const cancel = new CancelFlag();
  guardReads(db, cancel);
  onTestFinished(() => {
    db.close();
  });
  return { db, path, recipe, cancel, onProgress: () => {} };
}

test('a chart of the profile has the rows of one entity, and opens nothing', async () => {
  const reader = await aReader(aPeopleRecipe(PARTS), PEOPLE);
  expect(resultJobs.profileInsight(reader, { insight: 'who', key: ['1'] })).toEqual({
    insight: 'who',
    title: 'Who',
    description: 'What is known.',
    chart: 'fields',
    fields: FIELDS.fields,
    columns: ['team', 'score', 'day'],
    rows: [['blue', 2, AS_OF]],
    opens: false,
    lookup: null,
  });
  expect(resultJobs.profileInsight(reader, { insight: 'snapshots', key: ['1'] }).rows).toEqual([
    ['2026-01-01', 1.25],
    ['2026-02-01', 10],
  ]);
});

test('an id is bound as it is stored: a plain number is one, any other is text', async () => {
  const reader = await aReader(aPeopleRecipe(PARTS), PEOPLE);
  const scoreOf = (id: string) =>
    resultJobs.profileInsight(reader, { insight: 'who', key: [id] }).rows.map(([, score]) => score);
  expect(['007', '7', ' 7 ', '8', ''].map(scoreOf)).toEqual([[3], [4], [4], [], []]);
});

test('all columns of the key are bound, and a key of too few parts is refused', async () => {
  const sql = 'select room, id, score from seat where room = :room and id = :id';
  const profile = [{ ...FIELDS, sql, fields: [axis('room', 'text'), axis('score', 'number')] }];
  const reader = await aReader(aSeatRecipe({ profile }), SEAT_FILES);
  const rowsOf = (...key: readonly string[]) =>
    resultJobs.profileInsight(reader, { insight: 'who', key }).rows;
  expect([rowsOf('a', '3'), rowsOf('b', '2')]).toEqual([[['a', '3', 2]], []]);
  expect(failureOf(() => rowsOf('a'))).toBe(
    'The key of a person is room, id: 2 values, not 1. Give each of them.',
  );
});

test('a query by the key of a table finds its row by the key, not by reading all', async () => {
  const reader = await aReader(aPeopleRecipe(PARTS), PEOPLE);
  expose(reader.db, exposedTables(reader.db, reader.recipe));
  const plan = reader.db
    .prepare<[string], { readonly detail: string }>('explain query plan select * from person where id = ?')
    .all('1')
    .map(({ detail }) => detail)
    .join();
  expect(plan).toMatch(/^SEARCH .* USING PRIMARY KEY \(id=\?\)$/);
});

test('a chart that the profile does not have is refused', async () => {
  const reader = await aReader(aPeopleRecipe(PARTS), PEOPLE);
  expect(failureOf(() => resultJobs.profileInsight(reader, { insight: 'else', key: ['1'] }))).toBe(
    'The profile of the last run has no chart else. Choose another.',
  );
});

test('the session lists the profile of the last run, and answers each chart for a key', async () => {
  const { api, folder } = anEngine();
  const path = join(folder, 'w.muster');
  await aRun(aPeopleRecipe(PARTS), PEOPLE, { workspace: path });
  const { workspace } = await api.workspaces.open({ path });
  expect(await api.insights.profile({ workspace })).toEqual([
    { insight: 'who', title: 'Who', chart: 'fields' },
    { insight: 'snapshots', title: 'Snapshots', chart: 'table' },
  ]);
  const { rows } = await api.insights.ofEntity({ workspace, insight: 'who', key: ['007'] });
  expect(rows).toEqual([[null, 3, AS_OF]]);
  await expect(api.insights.ofEntity({ workspace, insight: 'who', key: ['1', '2'] })).rejects.toThrow(
    'The key of a person is id: 1 values, not 2.',
  );
});

test('before any run there is no profile', async () => {
  const { api } = anEngine();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  expect(await api.insights.profile({ workspace })).toEqual([]);
});

test('a profile is checked like insights, and its queries bind the key and no marks', () => {
  const broken = (part: object) => failureOf(() => aPeopleRecipe({ profile: [{ ...FIELDS, ...part }] }));
  expect(broken({ fields: [axis('growth', 'number')] })).toContain(
    'the field "growth" of who in the profile is not a column that profile/profile-0.sql returns',
  );
  expect(broken({ sql: 'select team, score, :x as day from person' })).toContain(
    'the parameter :x is unknown',
  );
  expect(broken({ records: 'a.sql' })).toContain('records');
  expect(failureOf(() => aPeopleRecipe({ profile: [FIELDS, FIELDS] }))).toContain('who');
});

test('no parameter of a recipe with a profile has the name of a column of its key', () => {
  const params = { id: { type: 'text', title: 'Id', default: 'x' } };
  expect(aPeopleRecipe({ params }).params).toHaveLength(1);
  expect(failureOf(() => aPeopleRecipe({ params, profile: [FIELDS] }))).toContain(
    'the name id is that of a column of the key, which the profile binds, already.',
  );
});
