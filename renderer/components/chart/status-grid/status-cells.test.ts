import { expect, test } from 'vitest';
import { insightText } from '../insight-text.ts';
import { rowMark } from '../row-marks.ts';
import { aStatusGrid } from '../testing/an-insight.ts';
import { walkCells } from '../walk-cells.ts';
import { cellWords, statusCells, statusCounts, statusSummary } from './status-cells.ts';

const GRID = aStatusGrid({
  rows: [
    ['users', 'volume', 'ok', '12345', 'As before.'],
    ['users', 'freshness', null, null, null],
    ['users', 'orphans', 'warn', '1.7%', 'A share of 0.017 is without a profile.'],
    ['visits', 'volume', 'fail', null, null],
  ],
});

test('rows and columns stand in the order of the query, and what has no status has no cell', () => {
  const { rows, columns, cells, at } = statusCells(GRID);
  expect([rows, columns, cells.length]).toEqual([['users', 'visits'], ['volume', 'freshness', 'orphans'], 3]);
  expect(at(0, 1)).toBeUndefined();
  expect(at(0, 0)).toMatchObject({
    status: 'ok',
    value: '12,345',
    values: { x: 'volume', y: 'users' },
    title: 'users, volume: OK, 12,345',
  });
  expect(at(1, 0)).toMatchObject({ value: '', title: 'visits, volume: Failed', sentence: '' });
});

test('a cell is told with its sentence, and the arrows go past what is not there', () => {
  const grid = statusCells(GRID);
  const [first, second] = grid.cells;
  if (!first || !second) throw new Error('There is no cell.');
  expect(cellWords(second)).toBe('users, orphans: Warning, 1.7%. A share of 0.017 is without a profile');
  expect(walkCells(grid, first, 'ArrowRight')).toBe(second);
  expect(walkCells(grid, first, 'ArrowDown')?.title).toBe('visits, volume: Failed');
  expect(walkCells(grid, second, 'ArrowDown')).toBeUndefined();
});

test('a status grid is summed up by its statuses, and by what is not ok, the worst first', () => {
  const grid = statusCells(GRID);
  expect(statusCounts(grid)).toEqual([
    ['ok', 1],
    ['warn', 1],
    ['fail', 1],
  ]);
  expect(statusSummary(GRID, grid)).toBe(
    '2 by 3 (Source by Check): OK 1, Warning 1, Failed 1. visits, volume: Failed. users, orphans: Warning, 1.7%.',
  );
  const many = aStatusGrid({
    rows: Array.from({ length: 9 }, (_, at) => [`s${at}`, 'volume', 'fail', null, null]),
  });
  expect(statusSummary(many, statusCells(many))).toMatch(/And 4 more\.$/);
});

test('a row of its data opens the records of its cell, under the same words', () => {
  expect(rowMark(GRID, GRID.rows[0] ?? [])).toEqual({
    values: { x: 'volume', y: 'users' },
    title: 'Monitor: users, volume: OK, 12,345',
  });
});

test('what is copied is what is shown: fields a line each, all else as a table', () => {
  expect(insightText(GRID).split('\n').slice(0, 2)).toEqual([
    'Source\tCheck\tStatus\tFigure\tWords',
    'users\tvolume\tok\t12345\tAs before.',
  ]);
  const fields = [
    { column: 'name', title: 'Name', format: 'text' },
    { column: 'since', title: 'Since', format: 'date' },
    { column: 'at', title: 'Seen', format: 'time' },
    { column: 'flag', title: 'Active', format: 'flag' },
    { column: 'spend', title: 'Spend', format: 'money' },
    { column: 'none', title: 'Phone', format: 'text' },
  ] as const;
  const columns = fields.map(({ column }) => column);
  const rows = [['Ann\tB', '2024-02-29', '2026-11-19T14:05:09', 0, 1234.5, null]];
  const { chart: _, ...any } = { ...GRID, columns, rows };
  const told = insightText({ ...any, chart: 'fields', fields }).split('\n');
  expect(told).toEqual([
    'Name\tAnn B',
    expect.stringMatching(/^Since\t.*2024/),
    expect.stringMatching(/^Seen\t.*(?:14|2):05:09.* UTC$/),
    'Active\tNo',
    'Spend\t1,234.50',
    'Phone\t–',
  ]);
});
