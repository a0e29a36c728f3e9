import { expect, test } from 'vitest';
import { drawingOf } from './drawing.ts';
import { endLabels } from './end-labels.ts';
import { plotSummary } from './summary.ts';
import { aPlot } from './testing/an-insight.ts';
import { firstMark, walkMarks } from './walk-marks.ts';

test('series stand largest first, places in the order of the rows, and nothing has a place too', () => {
  const { series, places } = drawingOf(
    aPlot({
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
  const { series, places, notes } = drawingOf(aPlot({ rows }));
  expect(series).toHaveLength(8);
  expect(series.at(-1)).toMatchObject({ label: '3 others', total: 6, value: undefined });
  expect(places[0]?.total).toBe(55);
  expect(Object.values(places[0]?.values ?? {}).reduce((sum, value) => sum + value, 0)).toBe(55);
  expect(notes).toEqual(['The 3 smallest are drawn together as others; the table has each of them.']);
});

test('a chart without series has one, whose marks open by x alone', () => {
  const rows = [['red', 3] as const, ['blue', 4] as const];
  const { series } = drawingOf(aPlot({ series: null, columns: ['team', 'people'], rows }));
  expect(series).toEqual([{ key: 's0', label: 'People', total: 7, colour: 0, value: undefined }]);
});

test('months without data are places too, and a long gap is a break that is told', () => {
  const month = aPlot({
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
    aPlot({
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
  expect(firstMark(drawingOf(aPlot({ rows: [['red', 'a', 0]] })))).toBeNull();
});

test('lines have their names at their ends where these are apart', () => {
  const lines = (...ends: readonly number[]) =>
    endLabels(drawingOf(aPlot({ chart: 'line', rows: ends.map((end, index) => ['red', `l${index}`, end]) })))
      .size;
  expect(lines(100, 50, 10)).toBe(3);
  expect(lines(100, 99)).toBe(0);
  expect(lines(100)).toBe(0);
});

const RATES = {
  chart: 'line',
  x: { column: 'team', title: 'Cohort', format: 'text' },
  y: { column: 'people', title: 'Retention', format: 'rate' },
} as const;

test('a line has a gap where a figure is not there, and a mark where it is nought', () => {
  const rows = [['a', '3', 0.5] as const, ['b', '3', null] as const, ['c', '3', 0] as const];
  const drawing = drawingOf(aPlot({ ...RATES, rows }));
  expect(drawing.places.map(({ values, total }) => [values, total])).toEqual([
    [{ s0: 0.5 }, 0.5],
    [{}, null],
    [{ s0: 0 }, 0],
  ]);
  expect(walkMarks(drawing, { place: 'xa', series: 's0' }, 'ArrowRight')).toEqual({
    place: 'xc',
    series: 's0',
  });
});

test('lines and areas stand in the order of the rows, and shares of too many series are not added up', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ['a', `s${index}`, (index + 1) / 100] as const);
  expect(drawingOf(aPlot({ ...RATES, rows: rows(3) })).series.map(({ label }) => label)).toEqual([
    's0',
    's1',
    's2',
  ]);
  const { series, notes } = drawingOf(aPlot({ ...RATES, rows: rows(9) }));
  expect(series.map(({ label }) => label)).toEqual(['s8', 's7', 's6', 's5', 's4', 's3', 's2']);
  expect(notes).toEqual(['The 2 smallest are not drawn; the table has each of them.']);
});

test('the line over bars is a series of its own, outside of their total', () => {
  const insight = aPlot({
    ...{ chart: 'bar', series: null, line: { column: 'state', title: 'Growth', format: 'rate' } },
    rows: [
      ['a', null, 10],
      ['b', -0.5, 5],
    ],
  });
  const drawing = drawingOf(insight);
  expect(drawing.series.map(({ label, isLine }) => [label, isLine])).toEqual([
    ['People', undefined],
    ['Growth', true],
  ]);
  expect(drawing.places.map(({ values, total }) => [values, total])).toEqual([
    [{ s0: 10 }, 10],
    [{ s0: 5, line: -0.5 }, 5],
  ]);
  expect(plotSummary(insight, drawing)).toBe(
    'People: first 10 (a), last 5 (b), least 5 (b), most 10 (a). Growth: -50.0% (b).',
  );
});

test('a chart of many series is summed up by its least and its most', () => {
  const rows = ['p', 'q', 'r', 's'].map((state, index) => ['a', state, index + 1] as const);
  const insight = aPlot({ rows: [...rows, ['b', 'p', 9]] });
  expect(plotSummary(insight, drawingOf(insight))).toBe(
    '4 series by Team, from a to b: least 1 (p, a), most 9 (p, b).',
  );
  expect(plotSummary(aPlot({}), drawingOf(aPlot({})))).toBe('It has no figures.');
});
