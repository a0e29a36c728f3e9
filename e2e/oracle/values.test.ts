import { expect, test } from 'vitest';
import { byId } from './ledger.ts';
import { exactDecimals, twoDecimals } from './money.ts';
import type { ColumnType } from './sources.ts';
import { readValue } from './values.ts';

function read(type: ColumnType, cell: string, required = true): unknown {
  const values = type === 'enum' ? { values: ['OPT_IN', 'OPT_OUT'] } : {};
  const reading = readValue({ name: 'c', type, required, ...values }, cell);
  return 'code' in reading ? reading.code : reading.value;
}

test.each([
  ['decimal', ' 12.5 ', 125_000n],
  ['decimal', '-0', 0n],
  ['decimal', '+1.0001', 10_001n],
  ['decimal', '922337203685477.5807', 9_223_372_036_854_775_807n],
  ['decimal', '922337203685477.5808', 'out_of_range'],
  ['decimal', '99999999999999999999', 'out_of_range'],
  ['decimal', '1.00001', 'not_a_number'],
  ['decimal', '.5', 'not_a_number'],
  ['decimal', '5.', 'not_a_number'],
  ['decimal', '1e5', 'not_a_number'],
  ['decimal', 'NaN', 'not_a_number'],
  ['decimal', '12,50', 'not_a_number'],
  ['decimal', '€10', 'not_a_number'],
  ['decimal', '', 'missing_value'],
  ['integer', ' +007 ', 7n],
  ['integer', '-9223372036854775808', -9_223_372_036_854_775_808n],
  ['integer', '9223372036854775808', 'out_of_range'],
  ['integer', '1.0', 'not_a_number'],
  ['integer', '-', 'not_a_number'],
  ['date', '2024-02-29', '2024-02-29'],
  ['date', '2026-02-29', 'not_a_date'],
  ['date', '2026-02-30', 'not_a_date'],
  ['date', '0000-01-01', 'not_a_date'],
  ['date', '2026-1-01', 'not_a_date'],
  ['date', '2026-01-01 23:59', '2026-01-01'],
  ['date', '2026-01-01T10:00:00.5+0200', '2026-01-01'],
  ['date', '2026-01-01 24:00', 'not_a_date'],
  ['date', '2026-01-01Z', 'not_a_date'],
  ['timestamp', '2026-01-01', '2026-01-01T00:00:00'],
  ['timestamp', '2026-01-01T10:00+02:00', '2026-01-01T08:00:00'],
  ['timestamp', '2026-01-01 00:30:00.2500+0100', '2025-12-31T23:30:00.25'],
  ['timestamp', '2026-01-01 10:00:00.000Z', '2026-01-01T10:00:00'],
  ['timestamp', '2026-01-01-05:30', '2026-01-01T05:30:00'],
  ['timestamp', '2026-01-01  10:00', 'not_a_timestamp'],
  ['timestamp', '2026-01-01T10', 'not_a_timestamp'],
  ['timestamp', '2026-01-01T10:00:60', 'not_a_timestamp'],
  ['timestamp', '2026-01-01T10:00+24:00', 'not_a_timestamp'],
  ['timestamp', '0099-12-31T23:59:59Z', '0099-12-31T23:59:59'],
  ['boolean', 'Yes', true],
  ['boolean', 'F', false],
  ['boolean', '2', 'not_a_boolean'],
  ['enum', 'opt_In', 'OPT_IN'],
  ['enum', 'optin', 'not_allowed'],
  ['email', ' A@B.C ', 'a@b.c'],
  ['id', ' 007 ', '007'],
  ['id', ' \u00A0', 'missing_value'],
] satisfies [ColumnType, string, unknown][])('%s %j is %s', (type, cell, expected) => {
  expect(read(type, cell)).toBe(expected);
});

test('an empty value of a column that may be empty is null', () => {
  expect(read('date', '  ', false)).toBe(null);
});

test('plain integers come first by value, then the rest by their bytes', () => {
  const ids = ['b', '10', '007', '9', '9223372036854775808', 'B', '9223372036854775807', '0', 'é', '-1'];
  const ordered = ['0', '9', '10', '9223372036854775807', '-1', '007', '9223372036854775808', 'B', 'b', 'é'];
  expect(ids.toSorted(byId)).toEqual(ordered);
});

test('money is rounded half away from zero, or kept exactly', () => {
  const amounts = [12_350n, 12_349n, -50n, -49n, 0n, 10_050n, 1n];
  expect(amounts.map(twoDecimals)).toEqual(['1.24', '1.23', '-0.01', '0.00', '0.00', '1.01', '0.00']);
  expect(amounts.map(exactDecimals)).toEqual([
    '1.235',
    '1.2349',
    '-0.005',
    '-0.0049',
    '0.00',
    '1.005',
    '0.0001',
  ]);
});
