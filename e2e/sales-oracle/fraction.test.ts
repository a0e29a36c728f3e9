import { expect, test } from 'vitest';
import { compare, fraction, minus, money, plus, times, whole, written } from './fraction.ts';
import { withoutFreeWords } from './free-columns.ts';

test.each([
  [1n, 2n, 0, '1'],
  [-1n, 2n, 0, '-1'],
  [1n, 3n, 4, '0.3333'],
  [2n, -3n, 4, '-0.6667'],
  [10_050n, 10_000n, 2, '1.01'],
  [-10_050n, 10_000n, 2, '-1.01'],
  [10_049n, 10_000n, 2, '1.00'],
  [-49n, 10_000n, 2, '0.00'],
  [5n, 100_000n, 4, '0.0001'],
  [9_223_372_036_854_775_807n * 365n, 365n, 2, '9223372036854775807.00'],
])('%i by %i with %i decimals is %s', (top, bottom, places, text) => {
  expect(written(fraction(top, bottom), places)).toBe(text);
});

test('fractions are added, taken away, multiplied and compared exactly', () => {
  const third = fraction(1n, 3n);
  expect(compare(plus(plus(third, third), third), whole(1n))).toBe(0);
  expect(compare(minus(whole(1n), times(third, whole(2n))), third)).toBe(0);
  expect(compare(third, fraction(333_333n, 1_000_000n))).toBe(1);
  expect(compare(money(-1n), whole(0n))).toBe(-1);
});

test('free words are taken out of their column alone', () => {
  const text = 'check,count,share,text\nzero_lines,2,,"2 lines, of 0"\n';
  expect(withoutFreeWords('data_quality.csv', text)).toBe('check,count,share,text\nzero_lines,2,,*\n');
  expect(withoutFreeWords('churn_scores.csv', text)).toBe(text);
  expect(() => withoutFreeWords('data_quality.csv', text.replace('zero_lines', '"zero_lines"'))).toThrow();
});
