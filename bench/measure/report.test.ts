import { describe, expect, test } from 'vitest';
import { type Report, reportOf } from './report.ts';
import { reportText } from './report-text.ts';
import { spreadOf } from './statistics.ts';

function report(load: number, peakBytes: number): Report {
  const finished = { peakBytes: 6_000_000, exitCode: 0, output: '', errors: '' };
  const phases = { load, tables: 0.5, rules: 0.5, outputs: 0.1, write: 0.1 };
  return reportOf({
    bookings: 1_000_000,
    inputBytes: 102_000_000,
    sqlite: '3.40.1',
    imports: [1.9, 2, 2.2].map((seconds) => ({ ...finished, seconds })),
    musters: [3, 4, 5].map((seconds) => ({
      seconds,
      phases,
      peakBytes,
      read: new Map(),
      entered: 1,
      delivered: 1,
    })),
    growth: [{ bookings: 2_000_000, seconds: 8, peak_bytes: peakBytes }],
  });
}

describe('spreadOf', () => {
  test('takes the middle of an odd number of values and the mean of the middle two of an even one', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 });
  });
});

describe('the report', () => {
  test('compares medians with the bounds', () => {
    expect(report(2, 120_000_000).bounds).toEqual([
      { name: 'import / .import', value: 1, bound: 1.8, ok: true },
      { name: 'tables and ledger / .import', value: 0.5, bound: 0.8, ok: true },
      { name: 'peak memory', value: 120_000_000, bound: 300_000_000, ok: true },
      { name: 'peak memory, 2000000 bookings', value: 120_000_000, bound: 300_000_000, ok: true },
    ]);
  });

  test('says which bounds are missed', () => {
    const missed = report(3.8, 301_000_000);
    expect(missed.bounds.map(({ ok }) => ok)).toEqual([false, true, false, false]);
    expect(reportText(missed).match(/over bound/g)).toHaveLength(3);
  });

  test('is readable', () => {
    const text = reportText(report(2, 120_000_000));
    expect(text).toContain('1,000,000 bookings, four files with 102 MB; runs of each, in turn: 3');
    expect(text).toMatch(/whole run \/ \.import +2\.00/);
    expect(text).toMatch(/peak memory of sqlite3 +6 MB/);
  });
});
