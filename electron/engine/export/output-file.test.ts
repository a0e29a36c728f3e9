import { expect, test } from 'vitest';
import { aPeopleRecipe, DELIVERY } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';

/** What the output of a query over three people holds. */
async function outputOf(sql: string, columns: object = {}): Promise<string | undefined> {
  const recipe = aPeopleRecipe({ outputs: [DELIVERY, { file: 'x.csv', sql, columns }] });
  const people = lines('id,score,team,spend', '1,1,red,12.345', 'B,,"a ""b"", c",-0.004', '007,0,,');
  return (await aRun(recipe, { 'people.csv': people })).written['x.csv'];
}

test('a decimal is written with the places that the recipe states, half up and away from nought', async () => {
  for (const [decimals, written] of [
    [0, ['12', '0', '']],
    [2, ['12.35', '0.00', '']],
    [3, ['12.345', '-0.004', '']],
    [4, ['12.3450', '-0.0040', '']],
  ] as const) {
    const text = await outputOf('select id, spend from person order by record', { spend: { decimals } });
    const [first, second, third] = written;
    expect(text).toBe(lines('id,spend', `1,${first}`, `B,${second}`, `007,${third}`));
  }
});

test('a boolean is written as true or false, and null as nothing', async () => {
  const columns = { scored: { type: 'boolean' }, none: { type: 'boolean' } };
  expect(
    await outputOf('select id, score > 0 as scored, null as none from person order by id', columns),
  ).toBe(lines('id,scored,none', '1,true,', '007,false,', 'B,,'));
});

test('a column that says nothing is written as SQL has it', async () => {
  expect(await outputOf('select id, team, spend, 0.5 as half from person order by id')).toBe(
    lines('id,team,spend,half', '1,red,123450,0.5', '007,,,0.5', 'B,"a ""b"", c",-40,0.5'),
  );
});

test('rows stand in the order of the query', async () => {
  expect(await outputOf('select id from person order by record desc')).toBe(lines('id', '007', 'B', '1'));
});

test('an output of one column keeps the rows without a value', async () => {
  expect(await outputOf('select team from person order by record')).toBe(
    lines('team', 'red', '"a ""b"", c"', '""'),
  );
});

test('an output without rows is its header', async () => {
  expect(await outputOf('select id, team from person where false')).toBe('id,team\n');
});

test.each([
  {
    what: 'a fraction as a decimal',
    expression: '1.5',
    format: { decimals: 2 },
    shown: '1.5',
    next: 'Return whole ten-thousandths.',
  },
  {
    what: 'a text as a decimal',
    expression: "'12.50'",
    format: { decimals: 2 },
    shown: '"12.50"',
    next: 'Return whole ten-thousandths.',
  },
  {
    what: 'a text as a boolean',
    expression: "'yes'",
    format: { type: 'boolean' },
    shown: '"yes"',
    next: 'Return 0 or 1.',
  },
  {
    what: 'another number as a boolean',
    expression: '2',
    format: { type: 'boolean' },
    shown: '2',
    next: 'Return 0 or 1.',
  },
])('$what is refused, naming file and column', async ({ expression, format, shown, next }) => {
  await expect(
    outputOf(`select id, ${expression} as value from person`, { value: format }),
  ).rejects.toMatchObject({
    message: expect.stringMatching(
      new RegExp(
        `^${RegExp.escape(`recipes/test-people/outputs/outputs-1.sql: column value is ${shown}, not `)}`,
      ),
    ),
    nextStep: next,
  });
});
