import { expect, test } from 'vitest';
import type { Insight } from '../../../electron/contract/insights.ts';
import { withinSentence } from './insight-kinds.ts';
import { isFigure, nameInWords, rowMark } from './row-marks.ts';
import { aHeatMap, aPlot } from './testing/an-insight.ts';

const TABLE: Insight = {
  ...{ insight: 'segments', title: 'Segments', description: '', opens: true, lookup: null, chart: 'table' },
  x: { column: 'segment', title: 'Segment', format: 'text' },
  shown: [
    { column: 'spend', title: 'Spend', format: 'money' },
    { column: 'since', title: 'Since', format: 'month' },
  ],
  columns: ['segment', 'spend', 'since'],
  rows: [],
};

test('a row of each shape opens the records of its mark, under its name in words', () => {
  expect(rowMark(aPlot({}), ['red', null, 4])).toEqual({
    values: { x: 'red', series: null },
    title: 'Spend: red, (none): 4',
  });
  expect(rowMark(aPlot({ series: null }), ['red', 'few', null])).toEqual({
    values: { x: 'red' },
    title: 'Spend: red: –',
  });
  expect(rowMark(aHeatMap({}), ['5', '4', 37])).toEqual({
    values: { x: '4', y: '5' },
    title: 'Customers of recency 5, frequency 4: 37',
  });
  expect(rowMark(TABLE, ['at_risk', 1.5, '2026-01'])).toEqual({
    values: { x: 'at_risk' },
    title: 'Segments: at_risk',
  });
});

test('figures are told from names and words', () => {
  expect(['segment', 'spend', 'since', 'else'].map((column) => isFigure(TABLE, column))).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(['r', 'f', 'customers'].map((column) => isFigure(aHeatMap({}), column))).toEqual([
    false,
    false,
    true,
  ]);
});

test('a name of the recipe is told in words, and words stay as they are', () => {
  expect(['revenue_change', 'new', 'Best cohort', 'VIP'].map(nameInWords)).toEqual([
    'Revenue change',
    'New',
    'Best cohort',
    'VIP',
  ]);
});

test('a title within a sentence is its name alone, in small letters unless it is an abbreviation', () => {
  expect(['Recency, 5 the latest orders', 'RFM', 'Months after'].map(withinSentence)).toEqual([
    'recency',
    'RFM',
    'months after',
  ]);
});
