import { expect, test } from 'vitest';
import { aPeopleRecipe, PERSON_TABLE } from '../testing/a-people-recipe.ts';
import { anExecutedRun } from '../testing/a-run.ts';

const FILES = { 'people.csv': 'id,score,team\n1,1,Late\n2,2,Late\n3,3,Away\n4,4,\n' };

/** A rule whose reasons are the teams of the file, in the order in which they stand there. */
const AWAY = {
  stage: 'away',
  reasons: { sql: 'rules/teams.sql' },
  sql: 'select id, team as reason, score as detail from person where team is not null',
};

function recipe(teams: string) {
  return aPeopleRecipe({ rules: [AWAY], files: { 'rules/teams.sql': teams } });
}

test('reasons that stand in the data have their figures in the order of their query, also those of nobody', async () => {
  const teams =
    "select team as reason from people where team is not null union all select 'Nobody' as reason";
  const { reconciliation } = await anExecutedRun(recipe(teams), FILES);
  expect(reconciliation.stages.at(-1)?.reasons).toEqual([
    { reason: 'Late', dropped: 2, any: 2, only: 2 },
    { reason: 'Away', dropped: 1, any: 1, only: 1 },
    { reason: 'Nobody', dropped: 0, any: 0, only: 0 },
  ]);
});

test('a reason that the query of reasons does not name ends the run', async () => {
  await expect(anExecutedRun(recipe("select 'Late' as reason"), FILES)).rejects.toThrow(
    'rule away gives the reason "Away"; declared: Late.',
  );
});

test('a table of the recipe may be called reason', async () => {
  const tables = [PERSON_TABLE, { ...PERSON_TABLE, table: 'reason' }];
  const teams = 'select distinct team as reason from reason where team is not null';
  const parts = { rules: [AWAY], tables, files: { 'rules/teams.sql': teams } };
  const { reconciliation } = await anExecutedRun(aPeopleRecipe(parts), FILES);
  expect(reconciliation.outcome).toMatchObject({ delivered: 1, dropped: 3 });
});
