import { describe, expect, test } from 'vitest';
import type { MusterRun } from '../muster-run.ts';
import { customerReport, type MeasuredSize } from './customer-report.ts';
import { customerReportText } from './customer-report-text.ts';

function size(transactions: number, seconds: number, peakBytes = 200_000_000): MeasuredSize {
  const run = (factor: number): MusterRun => {
    const part = (seconds * factor) / 5;
    const phases = { load: part, tables: part, rules: part, outputs: part, write: part };
    const read = new Map([
      ['transactions', transactions],
      ['web_activity', transactions * 2],
    ]);
    const entered = transactions / 5;
    return { seconds: seconds * factor, phases, peakBytes, read, entered, delivered: entered };
  };
  return { inputBytes: transactions * 200, runs: [run(1), run(0.5), run(2)] };
}

describe('the report about customer-360', () => {
  test('says 1 where four times the records take four times as long', () => {
    const { linearity, memory_ok, sizes } = customerReport([size(250_000, 5), size(1_000_000, 20)]);
    expect(linearity).toMatchObject({ whole: 1, phases: { load: 1, write: 1 }, ok: true });
    expect(memory_ok).toBe(true);
    expect(sizes[1]).toMatchObject({
      records: 3_000_000,
      customers: 200_000,
      seconds: { least: 10, most: 40 },
    });
  });

  test('says which bounds are missed, whatever the order of the sizes', () => {
    const report = customerReport([size(1_000_000, 40, 301_000_000), size(250_000, 5)]);
    expect(report.linearity).toMatchObject({ whole: 2, ok: false });
    expect(report.sizes.map(({ transactions }) => transactions)).toEqual([250_000, 1_000_000]);
    expect(customerReportText(report).match(/over bound/g)).toHaveLength(2);
  });

  test('is readable', () => {
    const text = customerReportText(customerReport([size(250_000, 5), size(1_000_000, 22)]));
    expect(text).toMatch(/^muster run customer-360; runs of each size: 3/);
    expect(text).toMatch(/web events +500,000 +2,000,000/);
    expect(text).toMatch(/whole run +5\.00 \(2\.50-10\.00\) +22\.00 \(11\.00-44\.00\) +1\.10/);
  });

  test('needs two sizes', () => {
    expect(() => customerReport([size(250_000, 5)])).toThrow(RangeError);
  });
});
