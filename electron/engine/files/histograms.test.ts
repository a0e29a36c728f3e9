import { describe, expect, test } from 'vitest';
import { openScratch } from '../workspace/database.ts';
import { dateHistogram } from './date-histogram.ts';
import { numberHistogram } from './number-histogram.ts';

function values(...list: readonly (bigint | string | null)[]) {
  const db = openScratch();
  db.exec('create table t (x any) strict');
  const insert = db.prepare('insert into t (x) values (?)');
  for (const value of list) insert.run(value);
  return db;
}

function numbers(kind: 'integer' | 'decimal', ...list: readonly bigint[]) {
  const sorted = list.toSorted((one, other) => (one < other ? -1 : 1));
  const [least = 0n] = sorted;
  return numberHistogram(values(...list, null), 't', 'x', kind, least, sorted.at(-1) ?? 0n).map(
    ({ label, count }) => `${label}: ${count}`,
  );
}

function dates(...list: readonly string[]) {
  const sorted = list.toSorted();
  return dateHistogram(values(...list, null), 't', 'x', sorted[0] ?? '', sorted.at(-1) ?? '').map(
    ({ label, count }) => `${label}: ${count}`,
  );
}

describe('numbers', () => {
  test('stand in equal ranges with round bounds, the empty ones among them, below nought as above', () => {
    expect(numbers('integer', -3n, -1n, 0n, 1n, 18n)).toEqual([
      ...['-4 to -3: 1', '-2 to -1: 1', '0 to 1: 2', '2 to 3: 0', '4 to 5: 0', '6 to 7: 0', '8 to 9: 0'],
      ...['10 to 11: 0', '12 to 13: 0', '14 to 15: 0', '16 to 17: 0', '18 to 19: 1'],
    ]);
    expect(numbers('integer', 5n, 5n)).toEqual(['5: 2']);
  });

  test('with decimals say where a range begins and where the next one does', () => {
    expect(numbers('decimal', 0n, 999_999n, 1_000_000n)).toEqual([
      ...['0 to 10: 1', '10 to 20: 0', '20 to 30: 0', '30 to 40: 0', '40 to 50: 0', '50 to 60: 0'],
      ...['60 to 70: 0', '70 to 80: 0', '80 to 90: 0', '90 to 100: 1', '100 to 110: 1'],
    ]);
    expect(numbers('decimal', 2_500n, 7_500n)).toHaveLength(11);
    expect(numbers('decimal', 2_500n, 7_500n).at(0)).toBe('0.25 to 0.30: 1');
  });

  test('at the ends of 64 bits are counted, too', () => {
    const counts = numbers('integer', -9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n);
    expect(counts.at(0)).toMatch(/: 1$/);
    expect(counts.at(-1)).toMatch(/: 1$/);
    expect(counts.length).toBeLessThanOrEqual(12);
  });
});

describe('dates', () => {
  test.each<[about: string, list: readonly string[], first: string, last: string]>([
    ['days', ['2026-02-27', '2026-03-02T23:59:59'], '2026-02-27: 1', '2026-03-02: 1'],
    ['weeks', ['2026-01-05', '2026-02-16'], '2026-01-05 to 2026-01-11: 1', '2026-02-16 to 2026-02-22: 1'],
    ['months', ['2025-11-30', '2026-04-01'], '2025-11: 1', '2026-04: 1'],
    ['quarters', ['2025-01-31', '2026-12-31'], '2025 Q1: 1', '2026 Q4: 1'],
    ['years', ['2015-06-01', '2026-01-01'], '2015: 1', '2026: 1'],
    ['decades', ['1920-01-01', '2026-01-01'], '1920 to 1929: 1', '2020 to 2029: 1'],
    ['ages', ['0001-01-01', '9999-12-31'], '0000 to 0999: 1', '9000 to 9999: 1'],
  ])('are counted by %s where that makes up to twelve ranges', (_, list, first, last) => {
    const found = dates(...list);
    expect([found.at(0), found.at(-1)]).toEqual([first, last]);
    expect(found.length).toBeLessThanOrEqual(12);
    expect(found.length).toBeGreaterThan(1);
  });
});
