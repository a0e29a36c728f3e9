import { describe, expect, test } from 'vitest';
import type { MusterRun } from '../muster-run.ts';
import type { Finished } from '../watched-process.ts';
import { type MeasuredSize, salesReport } from './sales-report.ts';
import { salesReportText } from './sales-report-text.ts';

function muster(lines: number, seconds: number, peakBytes: number): MusterRun {
  const part = seconds / 5;
  const phases = { load: part, tables: part, rules: part, outputs: part, write: part };
  const read = new Map([['sales', lines]]);
  return { seconds, phases, peakBytes, read, entered: lines / 8, delivered: lines / 10 };
}

const peer = (seconds: number, peakBytes: number | undefined): Finished => ({
  seconds,
  peakBytes,
  exitCode: 0,
  output: '',
  errors: '',
});

function size(lines: number, seconds: number, peakBytes = 150_000_000): MeasuredSize {
  return {
    inputBytes: lines * 34,
    musters: [1, 0.5, 2].map((factor) => muster(lines, seconds * factor, peakBytes)),
    peers: [2, 1, 4].map((factor) => peer(seconds * factor, factor * 100_000_000)),
  };
}

describe('the report about sales-analytics', () => {
  test('compares medians with the peer, and seconds a line between the sizes', () => {
    const report = salesReport('pandas 3.1.1', [size(40_000, 0.5), size(1_000_000, 12.5)]);
    expect(report.sizes.map(({ ratio }) => ratio)).toEqual([0.5, 0.5]);
    expect(report.sizes[1]).toMatchObject({
      lines: 1_000_000,
      customers: 125_000,
      seconds: { median: 12.5, least: 6.25, most: 25 },
      peer_seconds: { median: 25, least: 12.5, most: 50 },
      peer_peak_bytes: 400_000_000,
    });
    expect(report.linearity).toMatchObject({ whole: 1, phases: { load: 1, write: 1 }, ok: true });
    expect(report.memory_ok).toBe(true);
  });

  test('says which bounds are missed, whatever the order of the sizes', () => {
    const report = salesReport('pandas 3.1.1', [size(1_000_000, 20, 301_000_000), size(40_000, 0.5)]);
    expect(report.linearity).toMatchObject({ whole: 1.6, ok: false });
    expect(report.sizes.map(({ lines }) => lines)).toEqual([40_000, 1_000_000]);
    expect(salesReportText(report).match(/over bound/g)).toHaveLength(2);
  });

  test('is readable, also where the peak memory of the peer is unknown', () => {
    const silent = { ...size(1_000_000, 15), peers: [peer(10, undefined)] };
    const text = salesReportText(salesReport('sqlite3 3.40.1', [size(40_000, 0.5), silent]));
    expect(text).toMatch(/^muster run sales-analytics beside sqlite3 3\.40\.1; runs of each, in turn: 3/);
    expect(text).toMatch(/lines +40,000 +1,000,000/);
    expect(text).toMatch(/of the peer +400 MB +unknown/);
    expect(text).toMatch(/whole run +0\.50 \(0\.25-1\.00\) +15\.00 \(7\.50-30\.00\) +1\.20/);
    expect(text).toMatch(/whole run \/ the peer +0\.50 +1\.50/);
  });

  test('needs two sizes', () => {
    expect(() => salesReport('pandas 3.1.1', [size(40_000, 0.5)])).toThrow(RangeError);
  });
});
