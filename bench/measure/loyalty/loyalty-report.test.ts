import { describe, expect, test } from 'vitest';
import type { MusterRun } from '../muster-run.ts';
import { loyaltyReport, type MeasuredSize } from './loyalty-report.ts';
import { loyaltyReportText } from './loyalty-report-text.ts';

function run(rows: number, seconds: number, peakBytes: number): MusterRun {
  const part = seconds / 5;
  const phases = { load: part, tables: part, rules: part, outputs: part, write: part };
  const read = new Map([
    ['user_profile', rows / 10],
    ['user_activity', (rows * 9) / 10],
  ]);
  return { seconds, phases, peakBytes, read, entered: rows / 12, delivered: rows / 30 };
}

function size(rows: number, seconds: number, peakBytes = 200_000_000): MeasuredSize {
  const runs = [1, 0.5, 2].map((factor) => run(rows, seconds * factor, peakBytes));
  return { inputBytes: rows * 40, runs };
}

describe('the report about loyalty-engagement', () => {
  test('counts the rows of all sources, and compares seconds a row between the sizes', () => {
    const { sizes, linearity, memory_ok } = loyaltyReport([size(1_000_000, 10), size(10_000_000, 110)]);
    expect(sizes[1]).toMatchObject({
      rows: 10_000_000,
      seconds: { median: 110, least: 55, most: 220 },
      rows_a_second: 90_909,
    });
    expect(linearity.whole).toBeCloseTo(1.1);
    expect({ ok: linearity.ok, memory_ok }).toEqual({ ok: true, memory_ok: true });
  });

  test('says which bounds are missed, whatever the order of the sizes', () => {
    const report = loyaltyReport([size(10_000_000, 200, 301_000_000), size(1_000_000, 10)]);
    expect(report.linearity).toMatchObject({ whole: 2, ok: false });
    expect(report.sizes.map(({ rows }) => rows)).toEqual([1_000_000, 10_000_000]);
    expect(loyaltyReportText(report).match(/over bound/g)).toHaveLength(2);
  });

  test('is readable', () => {
    const text = loyaltyReportText(loyaltyReport([size(1_000_000, 10), size(10_000_000, 110)]));
    expect(text).toMatch(/rows of 13 files +1,000,000 +10,000,000/);
    expect(text).toMatch(/rows a second +100,000 +90,909/);
    expect(text).toMatch(/whole run +10\.00 \(5\.00-20\.00\) +110\.00 \(55\.00-220\.00\) +1\.10/);
  });

  test('needs two sizes', () => {
    expect(() => loyaltyReport([size(1_000_000, 10)])).toThrow(RangeError);
  });
});
