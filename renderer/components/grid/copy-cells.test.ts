import { expect, test } from 'vitest';
import type { ViewColumn } from '../../../electron/contract/views.ts';
import { asTsv } from './copy-cells.ts';
import type { ShownColumn } from './use-columns.ts';

function shown(place: number, kind: ViewColumn['kind']): ShownColumn {
  const column = { name: `c${place}`, title: `c${place}`, description: '', kind, sortable: true };
  return { id: `${place}:c${place}`, place, column, width: 100, pinned: false, left: 0, sorted: null };
}

const ROW = { id: '1', cells: ['ada@example.com', '1234567.80', 'two\nlines', null, 'a "b"'] };
const COLUMNS = [
  shown(0, 'email'),
  shown(1, 'decimal'),
  shown(2, 'text'),
  shown(3, 'text'),
  shown(4, 'text'),
];

test('cells are copied as the file has them, quoted where a spreadsheet needs it', () => {
  expect(asTsv([ROW], COLUMNS, new Set())).toBe('ada@example.com\t1234567.80\t"two\nlines"\t\t"a ""b"""');
});

test('what is masked on screen is masked on the clipboard', () => {
  expect(asTsv([ROW], COLUMNS.slice(0, 2), new Set(['0:c0']))).toBe('•••••\t1234567.80');
});
