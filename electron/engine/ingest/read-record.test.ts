import { expect, test } from 'vitest';
import { aColumn, aRequired } from '../testing/a-source.ts';
import { recordReader } from './read-record.ts';
import type { StoredValue } from './values.ts';

const COLUMNS = [
  aRequired('person_id', 'id'),
  aColumn('name', 'text'),
  aRequired('born_on', 'date'),
  aColumn('spend', 'decimal'),
];

function read(cells: readonly string[], indexes: readonly number[] = [0, 1, 2, 3]) {
  const values: StoredValue[] = ['untouched'];
  const faults = recordReader(COLUMNS, indexes)(cells, values, 1);
  return { values, faults: faults?.map(({ column, code }) => `${column}:${code}`) };
}

test('values are trimmed of all white space and stand from the offset on', () => {
  expect(read([' 7 ', '\u{a0}Ann Lee\t', '\n2026-11-20\r\n', '\u{feff}1.5'])).toEqual({
    values: ['untouched', 7n, 'Ann Lee', '2026-11-20', 15_000n],
    faults: undefined,
  });
});

test('what is empty is null, and a fault only where it is required', () => {
  expect(read(['7', '', '2026-11-20', '  '])).toEqual({
    values: ['untouched', 7n, null, '2026-11-20', null],
    faults: undefined,
  });
  expect(read(['', '', ' \t', ''])).toEqual({
    values: ['untouched', null, null, null, null],
    faults: ['person_id:missing_value', 'born_on:missing_value'],
  });
});

test('a record has all its faults, in the order of the columns, whatever the order in the file', () => {
  const { faults } = read(['x', '2026-02-30', 'Ann', ''], [3, 2, 1, 0]);
  expect(faults).toEqual(['person_id:missing_value', 'born_on:not_a_date', 'spend:not_a_number']);
});

test('a column that the file does not have is null', () => {
  expect(read(['7', '2026-11-20'], [0, -1, 1, -1])).toEqual({
    values: ['untouched', 7n, null, '2026-11-20', null],
    faults: undefined,
  });
});
