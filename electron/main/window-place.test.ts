import { expect, test } from 'vitest';
import { windowPlace } from './window-place.ts';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 };
const SECOND = { x: 1920, y: 0, width: 1280, height: 1000 };
const USUAL = { width: 1280, height: 800 };

const place = (x: number, y: number, screens = [SCREEN]) =>
  windowPlace({ x, y, width: 900, height: 600, maximised: false }, screens);

test('a first window has the usual size and the place that the system gives it', () => {
  expect(windowPlace(undefined, [SCREEN])).toEqual(USUAL);
});

test('a window opens where it was left', () => {
  expect(place(100, 50)).toEqual({ x: 100, y: 50, width: 900, height: 600 });
  expect(place(2000, 50, [SCREEN, SECOND])).toEqual({ x: 2000, y: 50, width: 900, height: 600 });
});

test.each([
  ['its screen is gone', 2000, 50],
  ['only a sliver is left of it', 1900, 50],
  ['it is off to the left', -850, 50],
  ['its upper edge is above the screen', 100, -30],
  ['its upper edge is below the screen', 100, 1030],
])('a window opens in the usual way when %s', (_why, x, y) => {
  expect(place(x, y)).toEqual(USUAL);
});
