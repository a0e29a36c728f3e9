import { expect, test } from 'vitest';
import type { GridLookupInfo, ListLookupInfo } from '../../../electron/contract/lookups.ts';
import { cellName, emptyCells, isSame, regionsOf, withCell } from './lookup-words.ts';

const CELLS = [
  ['new', 'best'],
  ['lost', 'lost'],
];

const GRID: GridLookupInfo = {
  ...{ kind: 'grid', lookup: 'grid', title: 'Segments', description: '', value: 'Segment' },
  rows: { title: 'Recency', values: ['5', '4'] },
  columns: { title: 'Frequency', values: ['1', '2'] },
  ...{ cells: CELLS, own: CELLS, choices: ['best', 'new', 'lost'], choiceTitles: null },
};

const LIST: ListLookupInfo = {
  ...{ kind: 'list', lookup: 'list', title: 'What to do', description: '' },
  key: { title: 'Segment', values: ['best', 'lost'] },
  columns: ['Strategy', 'Campaign'],
  ...{ cells: CELLS, own: CELLS },
};

test('a cell is named by its row and its column', () => {
  expect(cellName(GRID, 1, 0)).toBe('Recency 4, Frequency 1');
  expect(cellName(LIST, 1, 0)).toBe('Strategy of lost');
});

test('a cell that is blank counts as empty, and every empty cell is named', () => {
  const cells = withCell(withCell(CELLS, 0, 1, ' '), 1, 1, '');
  expect(emptyCells(GRID, cells)).toEqual(['Recency 5, Frequency 2', 'Recency 4, Frequency 2']);
  expect(emptyCells(GRID, CELLS)).toEqual([]);
});

test('one cell is changed and the others stay; white space around a value is no change', () => {
  const cells = withCell(CELLS, 1, 0, 'new');
  expect(cells).toEqual([
    ['new', 'best'],
    ['new', 'lost'],
  ]);
  expect(isSame(cells, CELLS)).toBe(false);
  expect(isSame(withCell(CELLS, 0, 0, ' new '), CELLS)).toBe(true);
});

test('regions are told apart by the values that may stand there, else by those that the recipe has', () => {
  expect(regionsOf(GRID)).toEqual(['best', 'new', 'lost']);
  expect(regionsOf({ ...GRID, choices: null })).toEqual(['new', 'best', 'lost']);
});
