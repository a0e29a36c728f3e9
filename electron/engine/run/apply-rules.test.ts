import { expect, test } from 'vitest';
import type { StageFigures } from '../../contract/reconciliation.ts';
import { aPeopleRecipe, type RecipeParts } from '../testing/a-people-recipe.ts';
import { anExecutedRun } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';

const PEOPLE = { 'people.csv': lines('id,score,team', '1,1,red', '2,2,red', '10,3,blue', 'B,4,', 'A-1,5,') };

type Rules = NonNullable<RecipeParts['rules']>;

function run(rules: Rules) {
  return anExecutedRun(aPeopleRecipe({ rules }), PEOPLE);
}

async function stages(rules: Rules): Promise<readonly StageFigures[]> {
  const { reconciliation } = await run(rules);
  expect(reconciliation.balanced).toBe(true);
  return reconciliation.stages.slice(1);
}

test('the population is numbered in the order of ids: plain integers by value, then the rest by their bytes', async () => {
  const { db } = await run([]);
  const order = db
    .prepare<[], [number, unknown]>('select entity, id from population order by entity')
    .raw()
    .all();
  expect(order).toEqual([1, 2, 10, 'A-1', 'B'].map((id, index) => [index + 1, id]));
});

test('the ledger has a bit for each rule that excludes, and reason and detail of the first', async () => {
  const { db } = await run([
    { stage: 'small', sql: "select id, 'small' as reason, score as detail from person where score <= 2" },
    { stage: 'red', sql: "select id, 'red' as reason, team as detail from person where team = 'red'" },
    { stage: 'one', sql: "select id, 'one' as reason, null as detail from person where id in (1, 10)" },
  ]);
  const ledger = db
    .prepare(
      'select id, mask, rule, reason, detail from ledger join population using (entity) order by entity',
    )
    .raw()
    .all();
  expect(ledger).toEqual([
    [1, 0b111, 0, 'small', 1],
    [2, 0b011, 0, 'small', 2],
    [10, 0b100, 2, 'one', null],
    ['A-1', 0, null, null, null],
    ['B', 0, null, null, null],
  ]);
});

test('a rule over survivors sees only whom the rules before it left', async () => {
  const [, leader] = await stages([
    { stage: 'first', sql: "select id, 'first' as reason, null as detail from person where score = 1" },
    {
      stage: 'leader',
      scope: 'survivors',
      sql: "select id, 'leader' as reason, null as detail from survivor order by id limit 1",
    },
  ]);
  expect(leader).toEqual({
    stage: 'leader',
    in: 4,
    dropped: 1,
    out: 3,
    // Its figures without the rules before it would be about other people.
    reasons: [{ reason: 'leader', dropped: 1 }],
  });
});

test('a stage of several rules is one step of the funnel with the reasons of all of them', async () => {
  const figures = await stages([
    {
      stage: 'score',
      rule: 'low',
      reasons: ['low'],
      sql: "select id, 'low' as reason, null as detail from person where score < 3",
    },
    {
      stage: 'score',
      rule: 'odd',
      reasons: ['odd', 'five'],
      sql: "select id, iif(score = 5, 'five', 'odd') as reason, null as detail from person where score % 2 = 1",
    },
    { stage: 'late', sql: "select id, 'late' as reason, null as detail from person where score > 100" },
  ]);
  expect(figures).toEqual([
    {
      stage: 'score',
      in: 5,
      dropped: 4,
      out: 1,
      reasons: [
        { reason: 'low', dropped: 2, any: 2, only: 1 },
        { reason: 'odd', dropped: 1, any: 2, only: 1 },
        { reason: 'five', dropped: 1, any: 1, only: 1 },
      ],
    },
    { stage: 'late', in: 1, dropped: 0, out: 1, reasons: [{ reason: 'late', dropped: 0, any: 0, only: 0 }] },
  ]);
});

test('keys that are not of the population are none of a rule’s business', async () => {
  const [figures] = await stages([
    {
      stage: 'strangers',
      sql: "with stranger (id) as (values (1), (999), ('nobody'), (null)) select id, 'strangers' as reason, null as detail from stranger",
    },
  ]);
  expect(figures).toMatchObject({ dropped: 1, out: 4 });
});

test('an id is compared exactly as written: a rule’s text 1 is not the id 1', async () => {
  const [figures] = await stages([
    { stage: 'text', sql: "select '1' as id, 'text' as reason, null as detail" },
  ]);
  expect(figures).toMatchObject({ dropped: 0 });
});

test('a rule that excludes somebody twice fails, naming file, rule and key', async () => {
  const twice = {
    stage: 'twice',
    sql: "select people.id as id, 'twice' as reason, null as detail from people join person on person.id in (2, 10) where people.id = 'A-1'",
  };
  await expect(run([twice])).rejects.toThrow(
    'recipes/test-people/rules/twice.sql: rule twice excludes person A-1 more than once.',
  );
});

test('twice the same stranger is no matter', async () => {
  const sql =
    "with stranger (id) as (values (999), (999)) select id, 'twice' as reason, null as detail from stranger";
  expect(await stages([{ stage: 'twice', sql }])).toMatchObject([{ dropped: 0 }]);
});

test('a reason that the recipe does not declare fails, naming it and those declared', async () => {
  const rule = {
    stage: 'team',
    reasons: ['red', 'green'],
    sql: 'select id, team as reason, null as detail from person where team is not null',
  };
  await expect(run([rule])).rejects.toThrow(
    'recipes/test-people/rules/team.sql: rule team gives the reason "blue"; declared: red, green.',
  );
});

test('an exclusion without a reason fails, naming the file', async () => {
  const sql = "select id, team as reason, null as detail from person where id = 'B'";
  await expect(run([{ stage: 'none', sql }])).rejects.toThrow(
    /^recipes\/test-people\/rules\/none\.sql: a row has no reason, which each must have\./,
  );
});

test('62 rules are told apart', async () => {
  const rules = Array.from({ length: 62 }, (_, index) => ({
    stage: `rule_${index}`,
    sql: `select id, 'rule_${index}' as reason, null as detail from person where id = 1 or (id = 2 and ${index} = 61)`,
  }));
  const figures = await stages(rules);
  expect(figures[0]).toMatchObject({ dropped: 1, reasons: [{ dropped: 1, any: 1, only: 0 }] });
  expect(figures[61]).toMatchObject({
    in: 4,
    dropped: 1,
    out: 3,
    reasons: [{ dropped: 1, any: 2, only: 1 }],
  });
});
