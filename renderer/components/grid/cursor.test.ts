import { expect, test } from 'vitest';
import { blockOf, move } from './cursor.ts';

const BOUNDS = { rows: 1_000_000, columns: 5, page: 20 };
const AT = { row: 10, column: 2 };

test('arrows go one cell, with the command key to the end', () => {
  expect(move(AT, 'ArrowDown', false, BOUNDS)).toEqual({ row: 11, column: 2 });
  expect(move(AT, 'ArrowDown', true, BOUNDS)).toEqual({ row: 999_999, column: 2 });
  expect(move(AT, 'ArrowLeft', true, BOUNDS)).toEqual({ row: 10, column: 0 });
});

test('the header is above the first row, and nothing is beyond the edges', () => {
  expect(move({ row: 0, column: 0 }, 'ArrowUp', false, BOUNDS)).toEqual({ row: -1, column: 0 });
  expect(move({ row: -1, column: 0 }, 'ArrowUp', false, BOUNDS)).toEqual({ row: -1, column: 0 });
  expect(move({ row: 999_990, column: 4 }, 'PageDown', false, BOUNDS)).toEqual({ row: 999_999, column: 4 });
  expect(move({ row: 3, column: 4 }, 'PageUp', false, BOUNDS)).toEqual({ row: 0, column: 4 });
});

test('Home and End stay in the row, with the command key they go to the corners', () => {
  expect(move(AT, 'Home', false, BOUNDS)).toEqual({ row: 10, column: 0 });
  expect(move(AT, 'End', true, BOUNDS)).toEqual({ row: 999_999, column: 4 });
});

test('a grid without rows has only its header', () => {
  expect(move({ row: 0, column: 0 }, 'ArrowDown', false, { rows: 0, columns: 5, page: 20 })).toEqual({
    row: -1,
    column: 0,
  });
});

test('other keys lead nowhere', () => {
  expect(move(AT, 'a', false, BOUNDS)).toBeNull();
});

test('a block is the same whichever corner it began in, and leaves the header out', () => {
  const block = { top: 0, bottom: 7, left: 1, right: 3 };
  expect(blockOf({ from: { row: 7, column: 1 }, at: { row: -1, column: 3 } })).toEqual(block);
  expect(blockOf({ from: { row: 0, column: 3 }, at: { row: 7, column: 1 } })).toEqual(block);
});
