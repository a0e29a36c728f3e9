import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ControlFigures } from '../electron/contract/reconciliation.ts';
import { Random } from './generator/random.ts';
import { generateSales } from './sales-generator/extracts.ts';
import { withoutFreeWords } from './sales-oracle/free-columns.ts';
import { type ExpectedSales, expectSales } from './sales-oracle/oracle.ts';
import { expectFiles, expectSaid } from './support/expect-written.ts';
import { readCsv } from './support/read-csv.ts';
import { readReconciliation } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { seeds } from './support/seeds.ts';
import { tempFolder } from './support/temp-folder.ts';
import { tenThousandths } from './support/ten-thousandths.ts';
import { writeFiles } from './support/write-files.ts';

test.each(seeds(25))('what Muster writes is what the sales oracle says (seed %i)', async (seed) => {
  const folder = tempFolder();
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  const { asOf, files } = generateSales(new Random(seed));
  writeFiles(input, files);
  const args = ['run', 'sales-analytics', '--in', input, '--out', out, '--as-of', asOf];
  const { exit, stderr } = await runMuster(args);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });

  const expected = expectSales(input, asOf);
  expectFiles(out, expected.files, { run: `seed ${seed}`, compared: withoutFreeWords });
  expectFigures(out, expected);
  expectWords(out);
});

function expectFigures(out: string, expected: ExpectedSales): void {
  const { warnings = [], tables, derived, controls, ...reconciliation } = readReconciliation(out);
  expect(reconciliation).toEqual(expected.reconciliation);
  expect(tables).toContainEqual(expected.table);
  expect(controls.filter(({ ok }) => !ok)).toEqual([]);
  expectControls(controls, expected);
  expectSaid(warnings, expected.warnedOf);
}

/** Names are free; the revenue stands in four places, and the customers are counted by cohorts, too. */
function expectControls(controls: readonly ControlFigures[], { revenue, customers }: ExpectedSales): void {
  const exact = controls.filter(({ left }) => left.includes('.') && tenThousandths(left) === revenue);
  expect(exact.length, 'controls of the revenue').toBeGreaterThanOrEqual(3);
  expect(controls.map(({ left }) => Number(left))).toContain(customers);
}

/** What sentences say is free, but there are such, with the figure in them. */
function expectWords(out: string): void {
  for (const { check, count = '', text = '' } of readCsv(out, 'data_quality.csv')) {
    // Nothing at all may be said in words.
    expect(text.replaceAll(',', ''), check).toMatch(count === '0' ? /\S/ : new RegExp(`\\b${count}\\b`));
  }
  for (const { insight, value, text } of readCsv(out, 'business_insights.csv')) {
    expect(text, insight).toMatch(value === '' ? /\S/ : /[0-9]/);
  }
  const segments = Map.groupBy(readCsv(out, 'customer_segments.csv'), ({ segment }) => segment);
  for (const [segment, rows] of segments) {
    const strategies = new Set(rows.map(({ strategy }) => strategy));
    expect([...strategies], segment).toEqual([expect.stringMatching(/\S/)]);
  }
}
