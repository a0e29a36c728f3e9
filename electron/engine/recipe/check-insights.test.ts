import { expect, test } from 'vitest';
import type { Axis } from '../../contract/insights.ts';
import { failureOf } from '../testing/a-member-recipe.ts';
import { aPeopleRecipe, type RecipeParts } from '../testing/a-people-recipe.ts';
import { dictionary } from './dictionary.ts';

type Declared = Omit<NonNullable<RecipeParts['insights']>[number], 'insight' | 'title' | 'sql'>;

const axis = (column: string, format: Axis['format'] = 'number'): Axis => ({ column, title: column, format });
const SQL = 'select team, score, 1 as people, id from people';
const RECORDS = 'insights/people_of_mark.sql';

function aRecipe(shape: Declared, records?: string) {
  const insight = { insight: 'odd', title: 'Odd', sql: SQL, ...(records && { records: RECORDS }) };
  return aPeopleRecipe({
    insights: [{ ...insight, ...shape }],
    files: records ? { [RECORDS]: records } : {},
  });
}

const BAR: Declared = { chart: 'bar', x: axis('team'), y: axis('people') };
const HEAT_MAP: Declared = { chart: 'heat map', x: axis('team'), y: axis('score'), value: axis('people') };
const CARDS: Declared = { chart: 'cards', x: axis('team'), severity: 'score', value: 'people', text: 'id' };
const TABLE: Declared = { chart: 'table', x: axis('team'), columns: [axis('people')] };

const STATUS_GRID: Declared = {
  ...{ chart: 'status grid', x: axis('team', 'text'), y: axis('score') },
  ...{ status: 'id', value: 'people', text: 'id' },
};
const FIELDS: Declared = { chart: 'fields', fields: [axis('people'), axis('id', 'date')] };

test.each([
  [{ ...BAR, line: axis('growth') }, 'line "growth"'],
  [{ ...HEAT_MAP, y: axis('growth') }, 'y axis "growth"'],
  [{ ...HEAT_MAP, value: axis('growth') }, 'value "growth"'],
  [{ ...HEAT_MAP, figures: [axis('people'), axis('growth')] }, 'figure "growth"'],
  [{ ...HEAT_MAP, label: 'growth' }, 'label "growth"'],
  [{ ...STATUS_GRID, y: axis('growth') }, 'y axis "growth"'],
  [{ ...STATUS_GRID, status: 'growth' }, 'status "growth"'],
  [{ ...STATUS_GRID, value: 'growth' }, 'value "growth"'],
  [{ ...STATUS_GRID, text: 'growth' }, 'text "growth"'],
  [{ ...FIELDS, fields: [axis('people'), axis('growth')] }, 'field "growth"'],
  [{ ...CARDS, severity: 'growth' }, 'severity "growth"'],
  [{ ...CARDS, value: 'growth' }, 'value "growth"'],
  [{ ...CARDS, text: 'growth' }, 'text "growth"'],
  [{ ...TABLE, x: axis('growth') }, 'x axis "growth"'],
  [{ ...TABLE, columns: [axis('people'), axis('growth')] }, 'column "growth"'],
] as const)('a column that the query does not return is named with what it is: %#', (shape, what) => {
  expect(failureOf(() => aRecipe(shape))).toContain(
    `the ${what} of the insight odd is not a column that insights/insights-0.sql returns; it returns: team, score, people, id.`,
  );
});

test('the records of each shape bind what names its marks, and nothing else', () => {
  const withX = 'select id from people where team is :x';
  const withY = `${withX} and score is :y`;
  for (const shape of [HEAT_MAP, STATUS_GRID]) {
    expect(aRecipe(shape, withY).insights[0]?.records?.parameters).toEqual(['x', 'y']);
  }
  for (const shape of [BAR, CARDS, TABLE]) {
    expect(aRecipe(shape, withX).insights).toHaveLength(1);
    expect(failureOf(() => aRecipe(shape, withY))).toContain('the parameter :y is unknown');
  }
});

test('a line over bars that have series is refused', () => {
  expect(failureOf(() => aRecipe({ ...BAR, series: 'score', line: axis('people') }))).toContain(
    'the insight odd has a line and series. Remove one of them.',
  );
});

test('fields open no records, and have no days or flags as the marks of other charts', () => {
  expect(failureOf(() => aRecipe(FIELDS, 'select id from people'))).toContain('records');
  expect(failureOf(() => aRecipe({ ...BAR, x: axis('team', 'flag') }))).toContain(
    'x.format is "flag"; allowed: text, month, date, number, money',
  );
});

test('a lookup that is none of the recipe is refused', () => {
  expect(failureOf(() => aRecipe({ ...TABLE, lookup: 'grid' }))).toContain('lookup names "grid"');
});

test('the dictionary says in words what each shape shows', () => {
  const shows = (shape: Declared) =>
    dictionary(aRecipe(shape))
      .split('\n')
      .findLast((line) => line.includes('odd'));
  expect(shows({ ...BAR, line: axis('score') })).toContain('bar: people, score by team');
  expect(shows({ ...HEAT_MAP, figures: [axis('id')] })).toContain('heat map: people, id by score, team');
  expect(shows(CARDS)).toContain('cards: `score`, `people`, `id` by team');
  expect(shows(TABLE)).toContain('table: people by team');
  expect(shows(STATUS_GRID)).toContain('status grid: `id`, `people`, `id` by score, team');
  expect(shows(FIELDS)).toContain('fields: people, id');
});
