import { expect, test } from 'vitest';
import { asTheyAre, changed, chosenOf, moved } from './column-choice.ts';

const COLUMNS = asTheyAre(['a', 'b', 'c'].map((name) => ({ name, description: '', written: true })));
const names = (columns: typeof COLUMNS) => columns.map(({ name }) => name).join('');

test('at first all columns are written as they are', () => {
  expect(chosenOf(COLUMNS)).toEqual(['a', 'b', 'c'].map((name) => ({ name, hashed: false })));
});

test('a column that stands in no file of a run is not written at first, and can be', () => {
  const columns = asTheyAre([
    { name: 'key', description: '', written: false },
    { name: 'email', description: '', written: true },
  ]);
  expect(chosenOf(columns).map(({ name }) => name)).toEqual(['email']);
  expect(chosenOf(changed(columns, 'key', { chosen: true })).map(({ name }) => name)).toEqual([
    'key',
    'email',
  ]);
});

test('what is unticked is not written, and keeps its place and its hash', () => {
  const without = changed(changed(COLUMNS, 'b', { hashed: true }), 'b', { chosen: false });
  expect(chosenOf(without).map(({ name }) => name)).toEqual(['a', 'c']);
  expect(chosenOf(changed(without, 'b', { chosen: true }))[1]).toEqual({ name: 'b', hashed: true });
});

test('a column moves to any place, and no farther than to an end', () => {
  expect(names(moved(COLUMNS, 'a', 1))).toBe('bac');
  expect(names(moved(COLUMNS, 'c', 0))).toBe('cab');
  expect(names(moved(COLUMNS, 'a', -1))).toBe('abc');
  expect(names(moved(COLUMNS, 'a', 9))).toBe('bca');
  expect(names(moved(COLUMNS, 'x', 0))).toBe('abc');
});
