import type { ViewColumn, ViewRow } from '../../../electron/contract/views.ts';
import type { Rows } from './rows.ts';

/** What a grid's rows are ordered by: a column by its place and its name. */
export interface Order {
  readonly column: number;
  readonly name: string;
  readonly descending: boolean;
}

/** Rows that the screen has, sorted and searched here. */
export function listRows(
  columns: readonly ViewColumn[],
  rows: readonly ViewRow[],
  orders: readonly Order[],
  search: string,
): Rows {
  const text = search.trim().toLowerCase();
  const found = text
    ? rows.filter(({ cells }) => cells.some((cell) => cell?.toLowerCase().includes(text)))
    : rows;
  const shown = orders.length === 0 ? found : found.toSorted((a, b) => compareRows(a, b, columns, orders));
  return {
    columns,
    count: shown.length,
    cut: undefined,
    rowAt: (index) => shown[index],
    want: () => {},
    read: async (from, to) => shown.slice(from, to),
    subscribe: () => () => {},
    version: () => 0,
  };
}

function compareRows(
  a: ViewRow,
  b: ViewRow,
  columns: readonly ViewColumn[],
  orders: readonly Order[],
): number {
  for (const { column, descending } of orders) {
    const numeric = ['integer', 'decimal', 'id'].includes(columns[column]?.kind ?? '');
    const order = compareCells(a.cells[column] ?? null, b.cells[column] ?? null, numeric);
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}

/** Nothing first, then numbers by value, then the rest as text. */
function compareCells(a: string | null, b: string | null, numeric: boolean): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (numeric) {
    const [left, right] = [Number(a), Number(b)];
    if (!Number.isNaN(left) && !Number.isNaN(right) && left !== right) return left - right;
  }
  return a < b ? -1 : 1;
}
