import { expect, test } from 'vitest';
import { aPeopleRecipe, DELIVERY } from '../testing/a-people-recipe.ts';
import { anExecutedRun, aRun } from '../testing/a-run.ts';

const FILES = { 'people.csv': 'id,score\n1,1\n2,2\n' };

const LOW = { stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score = 1" };

test('stages that a recipe names stand in its order, those without a rule with nothing dropped', async () => {
  const stages = ['entry', 'washing', 'low', 'end'].map((stage) => ({ stage, title: stage }));
  const { reconciliation } = await anExecutedRun(aPeopleRecipe({ stages, rules: [LOW] }), FILES);
  expect(
    reconciliation.stages.map(({ stage, in: came, dropped, out }) => [stage, came, dropped, out]),
  ).toEqual([
    ['entry', 2, 0, 2],
    ['washing', 2, 0, 2],
    ['low', 2, 1, 1],
    ['end', 1, 0, 1],
  ]);
  expect(reconciliation.balanced).toBe(true);
});

test('the file of whom the rules leave out has the name that the recipe gives it, and a list of the app is no file', async () => {
  const outputs = [
    DELIVERY,
    { file: 'late.csv', written: false, sql: 'select entity, reason from ledger order by entity' },
  ] as const;
  const { written } = await aRun(aPeopleRecipe({ rules: [LOW], outputs, dropouts: 'traced.csv' }), FILES);
  expect(Object.keys(written).toSorted()).toEqual([
    'delivery.csv',
    'manifest.json',
    'reconciliation.json',
    'rejected-people.csv',
    'traced.csv',
  ]);
  expect(written['traced.csv']).toBe('id,stage,reason,detail,also\n1,low,low,,\n');
});

test('an output sees the ledger and the outputs before it', async () => {
  const count =
    'select count(*) as delivered, (select count(*) from ledger where mask <> 0) as dropped from delivery';
  const outputs = [DELIVERY, { file: 'summary.csv', sql: count }] as const;
  const { written } = await aRun(aPeopleRecipe({ rules: [LOW], outputs }), FILES);
  expect(written['summary.csv']).toBe('delivered,dropped\n1,1\n');
});

test('a diagnostic that warns says among the warnings of a run how many rows it has', async () => {
  const warns = { one: 'One is low.', many: '{rows} are low.' };
  const warnings = async (least: number) => {
    const sql = `select id from person where score >= ${least}`;
    const diagnostics = [{ diagnostic: 'low', title: 'Low ones', warns, sql }];
    return (await anExecutedRun(aPeopleRecipe({ diagnostics }), FILES)).reconciliation.warnings;
  };
  expect(await warnings(1)).toEqual(['2 are low. See the query "Low ones".']);
  expect(await warnings(2)).toEqual(['One is low. See the query "Low ones".']);
  expect(await warnings(3)).toBeUndefined();
});
