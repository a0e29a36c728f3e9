import { describe, expect, test } from 'vitest';
import type { Reconciliation } from '../../contract/reconciliation.ts';
import { aPeopleRecipe, DELIVERY, PEOPLE_SOURCE, type RecipeParts } from '../testing/a-people-recipe.ts';
import { anExecutedRun } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { isBalanced } from './reconcile.ts';

const PEOPLE = { 'people.csv': lines('id,score,spend', '1,1,0.10', '2,2,0.20', '3,3,0.30', '4,4,') };

const LOW = { stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score = 1" };

async function reconciled(parts: RecipeParts, files: Readonly<Record<string, string>> = PEOPLE) {
  const { reconciliation } = await anExecutedRun(aPeopleRecipe({ rules: [LOW], ...parts }), files);
  return reconciliation;
}

function delivering(sql: string) {
  return reconciled({ outputs: [{ ...DELIVERY, sql }] });
}

describe('the fate of the population is counted from what was written', () => {
  const sound = {
    entered: 4,
    delivered: 3,
    dropped: 1,
    missing: 0,
    duplicated: 0,
    contradictory: 0,
    unexplained: 0,
  };

  test('an output that delivers every survivor once balances', async () => {
    expect(await delivering('select id from survivor')).toMatchObject({ outcome: sound, balanced: true });
  });

  test.each([
    {
      output: 'loses a survivor',
      sql: 'select id from survivor where id <> 3',
      outcome: { ...sound, delivered: 2, missing: 1 },
    },
    {
      output: 'delivers a survivor twice',
      sql: 'select id from survivor union all select id from survivor where id = 2',
      outcome: { ...sound, duplicated: 1 },
    },
    {
      output: 'delivers somebody whom a rule has dropped',
      sql: 'select id from population',
      outcome: { ...sound, delivered: 4, contradictory: 1 },
    },
    {
      output: 'delivers a stranger',
      sql: 'select id from survivor union all select 99 as id',
      outcome: { ...sound, delivered: 4, unexplained: 1 },
    },
    {
      output: 'delivers nobody by name',
      sql: 'select id from survivor union all select null as id',
      outcome: { ...sound, delivered: 4, unexplained: 1 },
    },
    {
      output: 'delivers an id as text that is a number',
      sql: 'select cast(id as text) as id from survivor',
      outcome: { ...sound, missing: 3, unexplained: 3 },
    },
    {
      output: 'loses one and delivers a stranger, so that the sum is right',
      sql: 'select id from survivor where id <> 3 union all select 99 as id',
      outcome: { ...sound, missing: 1, unexplained: 1 },
    },
    {
      output: 'loses one and delivers a dropped one, so that the sum is right',
      sql: 'select id from population where id <> 3',
      outcome: { ...sound, missing: 1, contradictory: 1 },
    },
  ])('an output that $output does not balance', async ({ sql, outcome }) => {
    expect(await delivering(sql)).toMatchObject({ outcome, balanced: false });
  });

  test('a key of several columns is compared as a whole', async () => {
    const { outcome, balanced } = await reconciled(
      {
        key: ['id', 'team'],
        rules: [],
        tables: [{ table: 'person', from: 'people', key: ['id', 'team'] }],
        outputs: [{ ...DELIVERY, sql: "select id, iif(id = 2, 'b', team) as team from survivor" }],
      },
      { 'people.csv': lines('id,team', '1,a', '1,b', '2,a') },
    );
    expect({ outcome, balanced }).toEqual({
      outcome: { ...sound, entered: 3, dropped: 0, missing: 1, unexplained: 1 },
      balanced: false,
    });
  });

  test('an empty population balances', async () => {
    const { outcome, balanced, stages } = await reconciled({}, { 'people.csv': 'id,score,spend\n' });
    expect(outcome).toEqual({ ...sound, entered: 0, delivered: 0, dropped: 0 });
    expect(stages.map(({ in: into, out }) => [into, out])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(balanced).toBe(true);
  });
});

test('a recipe may call its tables what the engine calls nothing of its own', async () => {
  const names = ['dropped', 'delivery', 'delivered', 'excluded', 'copies', 'suspect', 'claim'];
  for (const name of names) {
    const { balanced } = await reconciled({
      sources: { ...PEOPLE_SOURCE },
      tables: [
        { table: name, from: 'people', key: ['id'] },
        { table: 'person', from: 'people', key: ['id'] },
      ],
      outputs: [{ ...DELIVERY, file: 'out.csv' }],
    });
    expect(balanced, name).toBe(true);
  }
});

describe('control totals', () => {
  const control = (sql: string) => reconciled({ controls: [{ control: 'spend', sql }] });

  test('two sums that agree are shown as exact decimals', async () => {
    const { controls, balanced } = await control(
      'select sum(spend) as left, (select 1000 + 2000 + 3000) as right from person',
    );
    expect(controls).toEqual([{ control: 'spend', left: '0.60', right: '0.60', ok: true }]);
    expect(balanced).toBe(true);
  });

  test('two sums that do not agree, be it by one ten-thousandth, do not balance', async () => {
    const { controls, balanced } = await control('select sum(spend) as left, 6001 as right from person');
    expect(controls).toEqual([{ control: 'spend', left: '0.60', right: '0.6001', ok: false }]);
    expect(balanced).toBe(false);
  });

  test.each([
    { what: 'a fraction', sql: 'select 1.5 as left, 1.5 as right' },
    { what: 'a text', sql: "select '1' as left, '1' as right" },
    { what: 'nothing', sql: 'select sum(spend) as left, sum(spend) as right from person where false' },
    { what: 'no row', sql: 'select 1 as left, 1 as right from person where false' },
    { what: 'several rows', sql: 'select 1 as left, 1 as right from person' },
  ])('a control that returns $what fails, naming its file', async ({ sql }) => {
    await expect(control(sql)).rejects.toThrow(
      'recipes/test-people/controls/controls-0.sql: a control returns one row with whole numbers of ten-thousandths, left and right.',
    );
  });

  test('numbers beyond what a binary float holds are compared exactly', async () => {
    const { controls } = await control('select 9007199254740993 as left, 9007199254740992 as right');
    expect(controls).toEqual([
      { control: 'spend', left: '900719925474.0993', right: '900719925474.0992', ok: false },
    ]);
  });
});

describe('balanced is every sum', () => {
  const sound: Omit<Reconciliation, 'balanced'> = {
    recipe: 'r',
    as_of: '2026-11-20',
    params: {},
    sources: [{ source: 's', files: [], read: 5, accepted: 3, rejected: 2, codes: {} }],
    tables: [{ table: 't', from: 's', in: 3, out: 2, superseded: 1 }],
    stages: [
      { stage: 'population', in: 2, dropped: 0, out: 2, reasons: [] },
      { stage: 'one', in: 2, dropped: 1, out: 1, reasons: [] },
      { stage: 'two', in: 1, dropped: 0, out: 1, reasons: [] },
    ],
    controls: [{ control: 'c', left: '1.00', right: '1.00', ok: true }],
    outcome: {
      entered: 2,
      delivered: 1,
      dropped: 1,
      missing: 0,
      duplicated: 0,
      contradictory: 0,
      unexplained: 0,
    },
  };

  /** Every figure of a reconciliation by its path, with what it is when it is one more, or not ok. */
  function mutations(
    value: unknown,
    path: readonly string[] = [],
  ): { readonly path: string; readonly broken: unknown }[] {
    if (typeof value === 'number') return [{ path: path.join('.'), broken: value + 1 }];
    if (typeof value === 'boolean') return [{ path: path.join('.'), broken: !value }];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
      mutations(part, [...path, name]).map(({ path: at, broken }) => ({
        path: at,
        broken: Array.isArray(value) ? value.with(Number(name), broken) : { ...value, [name]: broken },
      })),
    );
  }

  test('a sound one is balanced', () => {
    expect(isBalanced(sound)).toBe(true);
  });

  test.each(mutations(sound))('it is not when $path is another', ({ broken }) => {
    expect(isBalanced(broken as typeof sound)).toBe(false);
  });

  test('a stage must begin with those whom the one before it left', () => {
    const stages = sound.stages.with(2, { stage: 'two', in: 2, dropped: 1, out: 1, reasons: [] });
    expect(isBalanced({ ...sound, stages })).toBe(false);
  });
});

test('codes of a source count a record once for each of its codes, sorted', async () => {
  const { sources } = await reconciled(
    {},
    {
      'people.csv': lines('id,score,spend', '1,x,y', '2,x,1', ',1,1', '3', '4,1,1'),
    },
  );
  expect(sources).toEqual([
    {
      source: 'people',
      files: ['people.csv'],
      read: 5,
      accepted: 1,
      rejected: 4,
      codes: {
        'id:missing_value': 1,
        'score:not_a_number': 2,
        'spend:not_a_number': 1,
        too_few_fields: 1,
      },
    },
  ]);
});
