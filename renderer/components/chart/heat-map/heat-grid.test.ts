import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aHeatMap } from '../testing/an-insight.ts';
import { walkCells } from '../walk-cells.ts';
import { cellTexts, tipLines } from './cell-texts.ts';
import { heatGrid, heatSummary } from './heat-grid.ts';
import { heatLayout } from './heat-layout.ts';
import { scaleOf } from './heat-scale.ts';
import { RAMP } from './ramp.ts';

const MONEY = { column: 'money', title: 'Revenue', format: 'money' } as const;
const GRID = aHeatMap({
  figures: [MONEY],
  label: 'segment',
  rows: [
    ['5', '1', 37, 1234.5, 'New'],
    ['5', '2', null, null, null],
    ['5', '3', 2, 10, 'Champions'],
    ['4', '1', 0, null, null],
  ],
});

test('rows and columns stand in the order of the query, and what has no value has no cell', () => {
  const { rows, columns, cells, at } = heatGrid(GRID);
  expect([rows, columns, cells.length]).toEqual([['5', '4'], ['1', '2', '3'], 3]);
  expect(at(0, 1)).toBeUndefined();
  expect(at(0, 0)).toMatchObject({
    values: { x: '1', y: '5' },
    title: 'Customers of recency 5, frequency 1: 37',
  });
});

test('the arrows go past what is not drawn, and Home and End stay in the row', () => {
  const grid = heatGrid(GRID);
  const [first] = grid.cells;
  if (!first) throw new Error('There is no cell.');
  const walk = (...keys: readonly string[]) =>
    keys.reduce<typeof first | undefined>((from, key) => from && walkCells(grid, from, key), first)?.values;
  expect(walk('ArrowRight')).toEqual({ x: '3', y: '5' });
  expect(walk('End', 'Home')).toEqual({ x: '1', y: '5' });
  expect(walk('ArrowDown')).toEqual({ x: '1', y: '4' });
  expect(walk('ArrowDown', 'ArrowRight')).toBeUndefined();
  expect(walk('a')).toBeUndefined();
});

test('a heat map is summed up by its size, its least and its most cell', () => {
  expect(heatSummary(GRID, heatGrid(GRID))).toBe(
    '2 rows (Recency) by 3 columns (Frequency), 3 cells. Customers: least 0 (recency 4, frequency 1), most 37 (recency 5, frequency 1).',
  );
});

test('a large cell writes its words and figures, shorter where they do not fit', () => {
  const grid = heatGrid(GRID);
  const [first] = grid.cells;
  if (!first) throw new Error('There is no cell.');
  const texts = (room: number) => cellTexts(GRID, heatLayout(GRID, grid, room, 1), grid.cells).get(first);
  expect(texts(900)).toEqual({ label: ['New'], value: '37', figures: ['Revenue 1,234.50'] });
  expect(texts(100)).toEqual({ label: ['New'], value: '37', figures: ['Revenue 1.2K'] });
  expect(tipLines(first)).toEqual([first.title, 'New', 'Revenue: 1,234.50']);
});

test('cells are never too narrow to hit: a map that is wider than its room is scrolled', () => {
  const wide = aHeatMap({ rows: Array.from({ length: 60 }, (_, f) => ['1', String(f), f]) });
  const layout = heatLayout(wide, heatGrid(wide), 600, 1);
  expect(layout.cellWidth).toBe(20);
  expect(layout.scrolls).toEqual({ along: true, down: false });
  expect(heatLayout(wide, heatGrid(wide), 2000, 1).scrolls.along).toBe(false);
});

test('names over columns that are wider than their cells are parted in lines, each of them written', () => {
  const regions = ['North', 'Central Highlands', 'Northern Territory'];
  const named = aHeatMap({
    x: { column: 'f', title: 'Region', format: 'text' },
    rows: regions.map((region, at) => ['1', region, at]),
  });
  const layout = (room: number) => heatLayout(named, heatGrid(named), room, 1);
  expect(layout(1000)).toMatchObject({ columnNames: regions.map((name) => [name]), namedColumns: 1 });
  expect(layout(260)).toMatchObject({
    columnNames: [['North'], ['Central', 'Highlands'], ['Northern', 'Territory']],
    namedColumns: 1,
  });
  expect(layout(260).top).toBeGreaterThan(layout(1000).top);
  expect(layout(90)).toMatchObject({ columnNames: regions.map((name) => [name]), namedColumns: 5 });
});

test('small cells all write their figures in one way, or none does', () => {
  const rates = aHeatMap({
    value: { column: 'customers', title: 'Retention', format: 'rate' },
    rows: Array.from({ length: 30 }, (_, f) => ['1', String(f), f === 0 ? 1 : 0.123]),
  });
  const written = (room: number) => {
    const grid = heatGrid(rates);
    const texts = cellTexts(rates, heatLayout(rates, grid, room, 1), grid.cells);
    return [...new Set([...texts.values()].map(({ value }) => value))];
  };
  expect(written(1500)).toEqual(['100%', '12%']);
  expect(written(750)).toEqual(['100', '12']);
});

test('a greater value never has a lower step, and the least and the most have the ends of the ramp', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }),
      fc.boolean(),
      (values, mayRank) => {
        const { stepOf, least, most } = scaleOf(values, mayRank);
        const steps = [...values].sort((a, b) => a - b).map(stepOf);
        expect(steps).toEqual([...steps].sort((a, b) => a - b));
        if (least < most) expect([stepOf(least), stepOf(most)]).toEqual([steps[0], RAMP.length - 1]);
      },
    ),
  );
});

test('where nearly all values are small, colours go by rank, so that they differ', () => {
  const values = [100, ...Array.from({ length: 40 }, (_, index) => index / 10)];
  expect(scaleOf(values, true).isRanked).toBe(true);
  expect(new Set(values.map(scaleOf(values, true).stepOf)).size).toBe(RAMP.length);
  expect(new Set(values.map(scaleOf(values, false).stepOf)).size).toBe(2);
});
