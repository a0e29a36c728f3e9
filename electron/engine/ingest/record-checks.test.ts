import { expect, test } from 'vitest';
import { failureOf } from '../testing/a-member-recipe.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';

const LIMITS = {
  people: {
    files: ['people.csv'],
    columns: {
      id: { type: 'id', required: true },
      low: { type: 'decimal', most: 'high' },
      high: { type: 'decimal' },
      floor: { type: 'decimal', least: 'high' },
    },
  },
};

const ALL = [{ table: 'person', from: 'people', key: ['id'] }];

const limits = (columns: object = {}) =>
  aPeopleRecipe({
    sources: { people: { ...LIMITS.people, columns: { ...LIMITS.people.columns, ...columns } } },
    tables: ALL,
  });

test('a number above the column that is its limit is out of range, an equal one is not', async () => {
  const { written } = await aRun(limits(), {
    'people.csv': 'id,low,high,floor\n1,2,2.0,2\n2,2.0001,2,2\n3,1,2,1.9999\n4,3,2,1\n',
  });
  expect(written['rejected-people.csv']).toBe(
    'id,low,high,floor,rejection_reason,source_file,source_line\n' +
      '2,2.0001,2,2,low:out_of_range,people.csv,3\n' +
      '3,1,2,1.9999,floor:out_of_range,people.csv,4\n' +
      '4,3,2,1,low:out_of_range|floor:out_of_range,people.csv,5\n',
  );
});

test('a limit that is empty or faulty decides nothing', async () => {
  const { written } = await aRun(limits(), { 'people.csv': 'id,low,high,floor\n1,2,,\n2,2,x,1\n3,,1,\n' });
  expect(written['rejected-people.csv']).toContain('\n2,2,x,1,high:not_a_number,people.csv,3\n');
  expect(written['delivery.csv']).toBe('id\n1\n3\n');
});

test('a limit is another column of the same type', () => {
  const mistake = (low: object) => failureOf(() => limits({ low }));
  expect(mistake({ type: 'decimal', most: 'hihg' })).toContain(
    'most names "hihg", which is not another column of people with the type decimal; allowed: high, floor. Did you mean "high"?',
  );
  expect(mistake({ type: 'integer', most: 'high' })).toContain(
    'most names "high", which is not another column',
  );
});
