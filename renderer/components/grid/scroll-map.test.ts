import { expect, test } from 'vitest';
import { scrollMap } from './scroll-map.ts';

test('a list that fits is scrolled pixel by pixel', () => {
  const map = scrollMap(1000, 28, 600);
  expect(map.height).toBe(28_000);
  expect(map.toList(1234)).toBe(1234);
});

test('a list that is higher than an element can be reaches its first and its last row', () => {
  const map = scrollMap(10_000_000, 28, 600);
  expect(map.height).toBeLessThan(33_554_428);
  expect(map.toList(0)).toBe(0);
  expect(map.toList(map.height - 600)).toBeCloseTo(10_000_000 * 28 - 600, 3);
});

test('there and back again is the same place', () => {
  const map = scrollMap(10_000_000, 28, 600);
  expect(map.toList(map.toScroll(123_456_789))).toBeCloseTo(123_456_789, 3);
});

test('a list shorter than its window is not scaled', () => {
  expect(scrollMap(3, 28, 600).toList(5)).toBe(5);
});
