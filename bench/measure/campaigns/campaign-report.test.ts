import { describe, expect, test } from 'vitest';
import type { MusterRun } from '../muster-run.ts';
import { campaignReport } from './campaign-report.ts';
import { campaignReportText } from './campaign-report-text.ts';

function run(entered: number, seconds: number, peakBytes = 200_000_000): MusterRun {
  const part = seconds / 5;
  const phases = { load: part, tables: part, rules: part, outputs: part, write: part };
  return { seconds, phases, peakBytes, read: new Map(), entered, delivered: entered / 2 };
}

const small = { clients: 250_000, inputBytes: 35_000_000, runs: [run(1_250_000, 10)] };

describe('the report about campaign-targets', () => {
  test('says 1 where four times the leads take four times as long', () => {
    const { linearity, memory_ok } = campaignReport([
      small,
      { clients: 1_000_000, inputBytes: 140_000_000, runs: [run(5_000_000, 40)] },
    ]);
    expect(linearity).toMatchObject({ whole: 1, phases: { load: 1, write: 1 }, ok: true });
    expect(memory_ok).toBe(true);
  });

  test('says which bounds are missed, whatever the order of the sizes', () => {
    const report = campaignReport([
      { clients: 1_000_000, inputBytes: 140_000_000, runs: [run(5_000_000, 80, 301_000_000)] },
      small,
    ]);
    expect(report.linearity).toMatchObject({ whole: 2, ok: false });
    expect(report.sizes.map(({ clients }) => clients)).toEqual([250_000, 1_000_000]);
    expect(campaignReportText(report).match(/over bound/g)).toHaveLength(2);
  });

  test('is readable', () => {
    const text = campaignReportText(
      campaignReport([small, { clients: 1_000_000, inputBytes: 140_000_000, runs: [run(5_000_000, 44)] }]),
    );
    expect(text).toMatch(/leads +1,250,000 +5,000,000/);
    expect(text).toMatch(/whole run +10\.00 +44\.00 +1\.10/);
  });

  test('needs two sizes', () => {
    expect(() => campaignReport([small])).toThrow(RangeError);
  });
});
