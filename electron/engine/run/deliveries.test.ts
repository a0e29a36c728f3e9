import { describe, expect, test } from 'vitest';
import { trace } from '../explain/trace.ts';
import { aKeptLoadedWorkspace, aKeptRun } from '../testing/a-kept-run.ts';
import { failureOf } from '../testing/a-member-recipe.ts';
import { aPeopleRecipe, DELIVERY } from '../testing/a-people-recipe.ts';
import { anExecutedRun, aRun } from '../testing/a-run.ts';

const part = (file: string, where: string) =>
  ({
    file,
    delivers: true,
    sql: `select id, score from survivor join person using (id) where ${where}`,
  }) as const;

const FILES = { 'people.csv': 'id,score\n1,1\n2,5\n3,9\n' };

const outcomeOf = async (...outputs: readonly ReturnType<typeof part>[]) =>
  (await anExecutedRun(aPeopleRecipe({ outputs }), FILES)).reconciliation;

describe('outputs that share the delivery', () => {
  test('balance where each survivor stands in one of them', async () => {
    expect(await outcomeOf(part('low.csv', 'score < 5'), part('high.csv', 'score >= 5'))).toMatchObject({
      balanced: true,
      outcome: { entered: 3, delivered: 3, missing: 0, duplicated: 0 },
    });
  });

  test('do not balance where one stands in two, or in none', async () => {
    expect(await outcomeOf(part('low.csv', 'score <= 5'), part('high.csv', 'score >= 5'))).toMatchObject({
      balanced: false,
      outcome: { delivered: 3, duplicated: 1, missing: 0 },
    });
    expect(await outcomeOf(part('low.csv', 'score < 5'), part('high.csv', 'score > 5'))).toMatchObject({
      balanced: false,
      outcome: { delivered: 2, duplicated: 0, missing: 1 },
    });
  });
});

test('a column that is not written stands in no file, and Parquet beside has the same rows', async () => {
  const columns = { id: { written: false }, flag: { type: 'boolean' }, at: { type: 'timestamp' } };
  const sql =
    "select id, score > 1 as flag, '2026-11-20T10:00:00.5' as at from survivor join person using (id)";
  const recipe = aPeopleRecipe({ outputs: [{ ...DELIVERY, sql, columns, also: ['parquet'] }] });
  const { written } = await aRun(recipe, FILES);
  expect(written['delivery.csv']).toBe(
    'flag,at\nfalse,2026-11-20T10:00:00Z\ntrue,2026-11-20T10:00:00Z\ntrue,2026-11-20T10:00:00Z\n',
  );
  expect(written['delivery.parquet']).toMatch(/^PAR1.*PAR1$/s);
  const { files } = JSON.parse(written['manifest.json'] ?? '') as { files: { name: string; rows: number }[] };
  expect(files.find(({ name }) => name === 'delivery.parquet')?.rows).toBe(3);
});

test.each([
  ['integer', "'x'", 'is "x", not a whole number.'],
  ['date', "'2026-02-30'", 'is "2026-02-30", not a day.'],
  ['timestamp', "'2026-02-28 10:00'", 'is "2026-02-28 10:00", not an instant.'],
])('a value of another kind than %s ends the run', async (type, value, message) => {
  const sql = `select id, ${value} as cell from survivor`;
  const recipe = aPeopleRecipe({ outputs: [{ ...DELIVERY, sql, columns: { cell: { type } } }] });
  await expect(aRun(recipe, FILES)).rejects.toThrow(message);
});

test('what only the app shows is for no team, and in no other format', () => {
  const list = { file: 'list.csv', written: false, sql: 'select id from person' } as const;
  const mistake = (more: object) =>
    failureOf(() => aPeopleRecipe({ outputs: [DELIVERY, { ...list, ...more }] }));
  expect(mistake({ team: 'product' })).toContain(
    'list.csv is a list of the app alone, of which no file is written.',
  );
  expect(mistake({ also: ['parquet'] })).toContain('Remove also, or written: false.');
});

test('a trace names the file in which somebody is delivered', async () => {
  const recipe = aPeopleRecipe({ outputs: [part('low.csv', 'score < 5'), part('high.csv', 'score >= 5')] });
  const workspace = await aKeptLoadedWorkspace(recipe, FILES);
  await aKeptRun(workspace, recipe);
  const outcomes = ['1', '2'].map((id) => trace(workspace.db, workspace.path, [id]).outcome);
  expect(outcomes).toMatchObject([
    { kind: 'delivered', file: 'low.csv' },
    { kind: 'delivered', file: 'high.csv' },
  ]);
});
