import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reconciliation } from '../electron/contract/reconciliation.ts';
import { generateCustomers } from './customer-360-generator/world.ts';
import { type ExpectedCustomer360, expectCustomer360 } from './customer-360-oracle/oracle.ts';
import { AS_OF } from './generator/cells.ts';
import { Random } from './generator/random.ts';
import { expectFiles, expectSaid } from './support/expect-written.ts';
import { readRows } from './support/read-csv.ts';
import { readOut, readReconciliation } from './support/read-out.ts';
import { readParquet } from './support/read-parquet.ts';
import { runMuster } from './support/run-muster.ts';
import { seeds } from './support/seeds.ts';
import { tempFolder } from './support/temp-folder.ts';
import { tenThousandths } from './support/ten-thousandths.ts';
import { writeFiles } from './support/write-files.ts';

const [TEXT, COUNT, AMOUNT, FLAG] = ['BYTE_ARRAY STRING', 'INT64', 'INT64 DECIMAL(18,2)', 'BOOLEAN'];
const TIME = 'INT64 TIMESTAMP(MICROS, UTC)';

const TYPES = {
  email: TEXT,
  first_name: TEXT,
  last_name: TEXT,
  phone: TEXT,
  lead_source: TEXT,
  lead_created_at: TIME,
  user_uuid: TEXT,
  identity_source: TEXT,
  completed_count: COUNT,
  completed_amount: AMOUNT,
  pending_count: COUNT,
  pending_amount: AMOUNT,
  transaction_ids: TEXT,
  total_page_views: COUNT,
  last_activity_at: TIME,
  has_lead: FLAG,
  has_transactions: FLAG,
  has_web_activity: FLAG,
};

test.each(seeds(20))('what Muster writes is what the oracle says, in both modes (seed %i)', async (seed) => {
  const folder = tempFolder();
  const input = join(folder, 'in');
  writeFiles(input, generateCustomers(new Random(seed)).files);
  for (const identity of ['map', 'positional'] as const) {
    const out = join(folder, identity);
    const args = ['run', 'customer-360', '--in', input, '--out', out, '--as-of', AS_OF];
    const { exit, stderr } = await runMuster([...args, '--param', `identity=${identity}`]);
    expect(exit, stderr).toBe(0);
    const expected = expectCustomer360(input, identity);
    const run = `seed ${seed}, ${identity}`;
    expectFiles(out, expected.files, { run, besides: ['customer_360.parquet'] });
    expectFigures(readReconciliation(out), expected);
    const { types, rows } = await readParquet(join(out, 'customer_360.parquet'));
    expect(types).toEqual(TYPES);
    expect(rows).toEqual(readRows(out, 'customer_360.csv').slice(1));
  }
});

test.each(seeds(3))('the same run twice writes the same bytes (seed %i)', async (seed) => {
  const folder = tempFolder();
  const input = join(folder, 'in');
  const { identity, files } = generateCustomers(new Random(seed));
  writeFiles(input, files);
  const outs = ['first', 'second'].map((name) => join(folder, name));
  for (const out of outs) {
    const args = ['run', 'customer-360', '--in', input, '--out', out, '--as-of', AS_OF];
    const { exit, stderr } = await runMuster([...args, '--param', `identity=${identity}`]);
    expect(exit, stderr).toBe(0);
  }
  const [first, second] = outs.map((out) => readOut(out));
  expect([...(first?.keys() ?? [])]).toContain('customer_360.parquet');
  expect(second).toEqual(first);
});

/** Tables and the names of controls are free; what they are about is not. */
function expectFigures(found: Reconciliation, expected: ExpectedCustomer360): void {
  const { sources, outcome, controls, balanced, warnings = [] } = found;
  expect({ sources, outcome, balanced }).toEqual({
    sources: expected.sources,
    outcome: expected.outcome,
    balanced: true,
  });
  expectSaid(warnings, expected.warnedOf);
  const figures = controls.map(({ left, right, ok }) => {
    expect([ok, right]).toEqual([true, left]);
    return tenThousandths(left);
  });
  for (const [name, figure] of Object.entries(expected.controls)) expect(figures, name).toContain(figure);
  expect(figures.length).toBeGreaterThanOrEqual(5);
}
