import { expect, test } from 'vitest';
import type { ViewColumn } from '../../../electron/contract/views.ts';
import { listRows } from './list-rows.ts';

const COLUMNS: readonly ViewColumn[] = [
  { name: 'name', title: 'Name', description: '', kind: 'text', sortable: true },
  { name: 'amount', title: 'Amount', description: '', kind: 'decimal', sortable: true },
];
const ROWS = [
  { id: 'a', cells: ['Ada', '10.5'] },
  { id: 'b', cells: ['bob', '9'] },
  { id: 'c', cells: [null, '-3'] },
];

function ids(orders: Parameters<typeof listRows>[2], search = ''): readonly (string | undefined)[] {
  const rows = listRows(COLUMNS, ROWS, orders, search);
  return Array.from({ length: rows.count }, (_, index) => rows.rowAt(index)?.id);
}

test('numbers are sorted by value, and empty cells come first', () => {
  expect(ids([{ column: 1, name: 'amount', descending: false }])).toEqual(['c', 'b', 'a']);
  expect(ids([{ column: 0, name: 'name', descending: false }])).toEqual(['c', 'a', 'b']);
  expect(ids([{ column: 0, name: 'name', descending: true }])).toEqual(['b', 'a', 'c']);
});

test('a search looks into all cells, in any case', () => {
  expect(ids([], 'BO')).toEqual(['b']);
  expect(ids([], '10.')).toEqual(['a']);
  expect(ids([], '  ')).toEqual(['a', 'b', 'c']);
});
