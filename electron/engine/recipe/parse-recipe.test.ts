import { expect, test } from 'vitest';
import { changedRecipe, TEST_RECIPE } from '../testing/a-member-recipe.ts';
import { parseRecipe } from './parse-recipe.ts';

const recipe = parseRecipe(TEST_RECIPE);

test('defaults are kept as they are written', () => {
  expect(recipe.params.map(({ name, type, default: value }) => [name, type, value])).toEqual([
    ['window_days', 'integer', '30'],
    ['least_spend', 'decimal', '1.50'],
  ]);
});

test('bounds of a decimal are exact ten-thousandths', () => {
  const score = recipe.sources[0]?.columns.find(({ name }) => name === 'score');
  expect(score?.type).toEqual({ kind: 'decimal', least: 0n, most: 995_000n });
});

test('a source may have one unique key, several, or none', () => {
  expect(recipe.sources.map(({ unique }) => unique)).toEqual([[['member_id']], []]);
  const several = changedRecipe(
    'recipe.yaml',
    'unique: [member_id]',
    'unique: [[member_id, email], [email]]',
  );
  expect(parseRecipe(several).sources[0]?.unique).toEqual([['member_id', 'email'], ['email']]);
});

test('a table without SQL is all of its source', () => {
  expect(recipe.tables[0]?.query).toEqual({
    file: 'recipe.yaml',
    sql: 'select "record", "member_id", "email", "score" from "members"',
    parameters: [],
  });
});

test('what a rule leaves out is filled in', () => {
  expect(recipe.rules[0]).toMatchObject({ rule: 'no_email', reasons: ['no_email'], scope: 'everybody' });
  expect(recipe.rules[1]).toMatchObject({ reasons: ['never', 'long_ago'], scope: 'survivors' });
});

test("an output's columns are those of its query, with what is declared", () => {
  expect(recipe.outputs[0]?.columns).toEqual([
    { name: 'member_id', description: 'The member', written: true, format: { kind: 'plain' } },
    { name: 'spend', description: '', written: true, format: { kind: 'decimal', decimals: 2 } },
  ]);
  const undeclared = changedRecipe('recipe.yaml', '      spend: {decimals: 2}\n', '');
  expect(parseRecipe(undeclared).outputs[0]?.columns.map(({ name }) => name)).toEqual(['member_id', 'spend']);
});

test('a query ends with its last word and knows what it binds', () => {
  expect(recipe.outputs[0]?.query.sql).toMatch(/order by member_id$/);
  expect(recipe.tables[1]?.query.parameters).toEqual(['window_start']);
  const commented = changedRecipe(
    'outputs/audience.sql',
    'order by member_id;',
    'order by member_id -- by id\n ; /* end */',
  );
  expect(parseRecipe(commented).outputs[0]?.query.sql).toMatch(/order by member_id$/);
});

test('two rules may share a stage when each has a name', () => {
  const text = changedRecipe('recipe.yaml', 'stage: no_visit', 'stage: no_email\n    rule: no_visit');
  expect(parseRecipe(text).rules.map(({ stage, rule }) => [stage, rule])).toEqual([
    ['no_email', 'no_email'],
    ['no_email', 'no_visit'],
  ]);
});

test('names that are words of SQL are names like others', () => {
  const text = changedRecipe(
    'recipe.yaml',
    'score: {type: decimal, least: 0, most: 99.5}',
    'order: {type: text}',
  );
  expect(parseRecipe(text).tables[0]?.query.sql).toContain('"order"');
});

test('a time function of a given day is allowed', () => {
  const text = changedRecipe(
    'tables/last_visit.sql',
    'where ',
    "where date(:as_of, '-1 day') > '2000-01-01' and ",
  );
  expect(parseRecipe(text).tables).toHaveLength(2);
});

test('a title of a source begins its description', () => {
  const text = changedRecipe(
    'recipe.yaml',
    'files: [visits.csv]',
    'title: Visits\n    description: One row a visit\n    files: [visits.csv]',
  );
  expect(parseRecipe(text).sources[1]?.description).toBe('Visits: One row a visit');
});

test('a default may be an alias', () => {
  const text = changedRecipe('recipe.yaml', 'default: 30', 'default: *days').files;
  const yaml = `version: &days '45'\n${text.get('recipe.yaml')}`;
  const { params } = parseRecipe({ folder: 'x', files: new Map(text).set('recipe.yaml', yaml) });
  expect(params[0]?.default).toBe('45');
});
