import { expect, test } from 'vitest';
import type { Insight } from '../../../electron/contract/insights.ts';
import { drawingOf } from './drawing.ts';
import { endLabels } from './end-labels.ts';
import { firstMark, walkMarks } from './walk-marks.ts';

function anInsight(parts: Partial<Insight>): Insight {
  return {
    insight: 'spend',
    title: 'Spend',
    description: '',
    chart: 'stacked bar',
    x: { column: 'team', title: 'Team', format: 'text' },
    y: { column: 'people', title: 'People', format: 'number' },
    series: 'state',
    columns: ['team', 'state', 'people'],
    rows: [],
    opens: true,
    ...parts,
  };
}

test('series stand largest first, places in the order of the rows, and nothing has a place too', () => {
  const { series, places } = drawingOf(
    anInsight({
      rows: [
        ['red', 'few', 1],
        [null, 'many', 5],
        ['red', 'many', 4],
      ],
    }),
  );
  expect(series.map(({ label, value, total, colour }) => [label, value, total, colour])).toEqual([
    ['many', 'many', 9, 0],
    ['few', 'few', 1, 1],
  ]);
  expect(places.map(({ x, total, values }) => [x, total, values])).toEqual([
    ['red', 5, { s0: 4, s1: 1 }],
    [null, 5, { s0: 5 }],
  ]);
  expect(places[0]?.key).not.toBe(places[1]?.key);
});

test('beyond seven series the smallest are drawn together, and it is said', () => {
  const rows = Array.from({ length: 10 }, (_, index) => ['red', `s${index}`, index + 1] as const);
  const { series, places, notes } = drawingOf(anInsight({ rows }));
  expect(series).toHaveLength(8);
  expect(series.at(-1)).toMatchObject({ label: '3 others', total: 6, value: undefined });
  expect(places[0]?.total).toBe(55);
  expect(Object.values(places[0]?.values ?? {}).reduce((sum, value) => sum + value, 0)).toBe(55);
  expect(notes).toEqual(['The 3 smallest are drawn together as others; the table has each of them.']);
});

test('a chart without series has one, whose marks open by x alone', () => {
  const rows = [['red', 3] as const, ['blue', 4] as const];
  const { series } = drawingOf(anInsight({ series: null, columns: ['team', 'people'], rows }));
  expect(series).toEqual([{ key: 's0', label: 'People', total: 7, colour: 0, value: undefined }]);
});

test('months without data are places too, and a long gap is a break that is told', () => {
  const month = anInsight({
    x: { column: 'team', title: 'Month', format: 'month' },
    rows: [
      ['2019-11', 'a', 1],
      ['2020-02', 'a', 1],
      ['2021-02', 'a', 1],
    ],
  });
  const { places, notes } = drawingOf(month);
  expect(places.map(({ x }) => x)).toEqual([
    '2019-11',
    '2019-12',
    '2020-01',
    '2020-02',
    undefined,
    '2021-02',
  ]);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(/^The axis leaves out .*2020 to .*2021, which have nothing\.$/);
});

test('the arrows go from mark to mark, past places and series that have none', () => {
  const drawing = drawingOf(
    anInsight({
      rows: [
        ['red', 'a', 9],
        ['red', 'b', 5],
        ['blue', 'c', 1],
        ['green', 'a', 1],
        ['green', 'c', 1],
      ],
    }),
  );
  const first = firstMark(drawing);
  expect(first).toEqual({ place: 'xred', series: 's0' });
  const walk = (...keys: readonly string[]) =>
    keys.reduce((from, key) => (from ? walkMarks(drawing, from, key) : null), first);
  expect(walk('ArrowUp')).toEqual({ place: 'xred', series: 's1' });
  expect(walk('ArrowUp', 'ArrowUp')).toBeNull();
  expect(walk('ArrowRight')).toEqual({ place: 'xblue', series: 's2' });
  expect(walk('End')).toEqual({ place: 'xgreen', series: 's0' });
  expect(walk('End', 'ArrowUp')).toEqual({ place: 'xgreen', series: 's2' });
  expect(walk('End', 'Home')).toEqual(first);
  expect(walk('ArrowLeft')).toBeNull();
  expect(walk('a')).toBeNull();
});

test('a chart without marks has none to come to', () => {
  expect(firstMark(drawingOf(anInsight({ rows: [['red', 'a', 0]] })))).toBeNull();
});

test('lines have their names at their ends where these are apart', () => {
  const lines = (...ends: readonly number[]) =>
    endLabels(
      drawingOf(anInsight({ chart: 'line', rows: ends.map((end, index) => ['red', `l${index}`, end]) })),
    ).size;
  expect(lines(100, 50, 10)).toBe(3);
  expect(lines(100, 99)).toBe(0);
  expect(lines(100)).toBe(0);
});
