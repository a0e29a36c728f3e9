import { describe, expect, test } from 'vitest';
import type { MusterRun } from '../muster-run.ts';
import { GROWN_RECIPES } from './grown-recipe.ts';
import { type GrowthReport, growthReport, type MeasuredSize } from './growth-report.ts';
import { growthReportText } from './growth-report-text.ts';

const READ = new Map([
  ['transactions', 300],
  ['web_activity', 600],
]);

/** Runs over so many thousands, each of which has 900 records, 150 who enter and 75 who are delivered. */
function sizeOf(thousands: number, seconds: number, peakBytes = 200_000_000): MeasuredSize {
  const runs = [1, 0.5, 2].map((factor): MusterRun => {
    const part = (seconds * factor) / 5;
    const phases = { load: part, tables: part, rules: part, outputs: part, write: part };
    const read = new Map([...READ].map(([source, records]) => [source, records * thousands]));
    const [entered, delivered] = [150 * thousands, 75 * thousands];
    return { seconds: seconds * factor, phases, peakBytes, read, entered, delivered };
  });
  return { size: thousands * 1000, inputBytes: thousands * 40_000, runs };
}

function reportOf(recipe: string, ...sizes: readonly MeasuredSize[]): GrowthReport {
  const grown = GROWN_RECIPES.find((each) => each.recipe === recipe);
  if (!grown) throw new Error(`The growth of ${recipe} is not measured.`);
  return growthReport(grown, sizes);
}

describe('the report about how a recipe grows', () => {
  test('says 1 where four times the leads take four times as long', () => {
    const { linearity, memory_ok } = reportOf('campaign-targets', sizeOf(250, 10), sizeOf(1000, 40));
    expect(linearity).toMatchObject({ whole: 1, phases: { load: 1, write: 1 }, ok: true });
    expect(memory_ok).toBe(true);
  });

  test('says which bounds are missed, whatever the order of the sizes', () => {
    const report = reportOf('campaign-targets', sizeOf(1000, 80, 301_000_000), sizeOf(250, 10));
    expect(report.linearity).toMatchObject({ whole: 2, ok: false });
    expect(report.sizes.map(({ counts }) => counts.clients)).toEqual([250_000, 1_000_000]);
    expect(growthReportText(report).match(/over bound/g)).toHaveLength(2);
  });

  test('counts of each recipe what says how much there was', () => {
    const countsOf = (recipe: string) => reportOf(recipe, sizeOf(1, 1), sizeOf(2, 2)).sizes[0]?.counts;
    expect(countsOf('campaign-targets')).toEqual({ clients: 1000, leads: 150, targets: 75 });
    expect(countsOf('customer-360')).toEqual({
      transactions: 300,
      web_events: 600,
      records: 900,
      customers: 75,
    });
    expect(countsOf('loyalty-engagement')).toEqual({ rows: 900, users: 150, routed: 75 });
  });

  test('is readable', () => {
    const text = growthReportText(reportOf('customer-360', sizeOf(250, 5), sizeOf(1000, 22)));
    expect(text).toMatch(/^muster run customer-360; runs of each size: 3/);
    expect(text).toMatch(/web events +150,000 +600,000/);
    expect(text).toMatch(/records a second +45,000 +40,909/);
    expect(text).toMatch(/seconds .* a record, growth/);
    expect(text).toMatch(/whole run +5\.00 \(2\.50-10\.00\) +22\.00 \(11\.00-44\.00\) +1\.10/);
  });

  test('needs two sizes', () => {
    expect(() => reportOf('loyalty-engagement', sizeOf(1, 1))).toThrow(RangeError);
  });
});
