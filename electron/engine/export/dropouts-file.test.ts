import { expect, test } from 'vitest';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';

const PEOPLE = { 'people.csv': lines('id,score,team', '10,1,red', '2,1,blue', 'B,0,', '007,5,"a, b"') };

test('everybody whom a rule excludes stands in it once: first stage, its reason, and the other rules in order', async () => {
  const recipe = aPeopleRecipe({
    rules: [
      {
        stage: 'team',
        sql: "select id, 'team' as reason, team as detail from person where team like '%,%' or team = 'red'",
      },
      {
        stage: 'score',
        rule: 'low',
        reasons: ['none', 'one'],
        sql: "select id, iif(score = 0, 'none', 'one') as reason, score as detail from person where score < 2",
      },
      {
        stage: 'score',
        rule: 'short',
        sql: "select id, 'score' as reason, null as detail from person where id in (2, 10)",
        reasons: ['score'],
      },
    ],
  });
  const { written } = await aRun(recipe, PEOPLE);
  expect(written['dropouts.csv']).toBe(
    lines(
      'id,stage,reason,detail,also',
      '2,score,one,1,short',
      '10,team,team,red,low|short',
      '007,team,team,"a, b",',
      'B,score,none,0,',
    ),
  );
});

test('a recipe without rules has no such file, one whose rules exclude nobody has its header', async () => {
  expect(Object.keys((await aRun(aPeopleRecipe(), PEOPLE)).written)).not.toContain('dropouts.csv');
  const nobody = {
    stage: 'nobody',
    sql: "select id, 'nobody' as reason, null as detail from person where false",
  };
  const { written } = await aRun(aPeopleRecipe({ rules: [nobody] }), PEOPLE);
  expect(written['dropouts.csv']).toBe('id,stage,reason,detail,also\n');
});

test('a key of several columns stands in the order of the recipe', async () => {
  const recipe = aPeopleRecipe({
    key: ['team', 'id'],
    tables: [{ table: 'person', from: 'people', key: ['team', 'id'] }],
    rules: [{ stage: 'all', sql: "select id, team, 'all' as reason, null as detail from person" }],
    outputs: [{ file: 'delivery.csv', delivers: true, sql: 'select id, team from survivor' }],
  });
  const { written } = await aRun(recipe, { 'people.csv': lines('id,team', '2,b', '1,b', '9,a') });
  expect(written['dropouts.csv']).toBe(
    lines('team,id,stage,reason,detail,also', 'a,9,all,all,,', 'b,1,all,all,,', 'b,2,all,all,,'),
  );
});

test('62 rules that all exclude somebody are all named', async () => {
  const rules = Array.from({ length: 62 }, (_, index) => ({
    stage: `rule_${index}`,
    sql: `select id, 'rule_${index}' as reason, null as detail from person where id = 2`,
  }));
  const { written } = await aRun(aPeopleRecipe({ rules }), PEOPLE);
  const others = rules
    .slice(1)
    .map(({ stage }) => stage)
    .join('|');
  expect(written['dropouts.csv']).toBe(lines('id,stage,reason,detail,also', `2,rule_0,rule_0,,${others}`));
});
