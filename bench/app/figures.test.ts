import { expect, test } from 'vitest';
import { figure } from './figures.ts';

test('a figure is held against its bound by the median, so that one bad moment of the machine does not decide', () => {
  expect(figure('f', [10, 12, 900], { bound: 50 })).toMatchObject({ median: 12, most: 900, ok: true });
  expect(figure('f', [10, 60, 70], { bound: 50 }).ok).toBe(false);
});

test('what comes often is held against it by what 95 of 100 are not above', () => {
  const delays = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(figure('f', delays, { bound: 95, by: 'most of them' })).toMatchObject({ most: 95, ok: true });
  expect(figure('f', delays, { bound: 94, by: 'most of them' }).ok).toBe(false);
});

test('three frames of a sixtieth are no more than 50 ms', () => {
  expect(figure('f', [50.1], { bound: 50 }).ok).toBe(true);
});

test('what was not measured is no figure', () => {
  expect(() => figure('f', [])).toThrow('Nothing was measured: f.');
});
