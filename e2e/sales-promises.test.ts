import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from './generator/random.ts';
import type { TextRow } from './generator/rows.ts';
import { extractRows, plainExtract, plainExtracts } from './sales-generator/extracts.ts';
import { makePlan, type Plan } from './sales-generator/plan.ts';
import { hasEnded, monthAfter, monthOf } from './sales-oracle/calendar.ts';
import { readCsv, readRows } from './support/read-csv.ts';
import { readOut, readReconciliation } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { tempFolder } from './support/temp-folder.ts';
import { writeFiles } from './support/write-files.ts';

// Each sample is a process or several, so there are few of them.
const RUNS = { numRuns: 6 };
const anySeed = fc.integer({ min: 1000, max: 99_999 });

/** The files of a run that name the files that it read. */
const NAMING_FILES: readonly string[] = ['manifest.json', 'reconciliation.json', 'rejected-sales.csv'];

test('every order is in one month, one cohort cell and one segment, and the totals tie', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const { plan, out } = await runOver(seed);
      const sum = (rows: readonly Cells[], column: string) => {
        return rows.reduce((total, row) => total + cents(row[column]), 0n);
      };
      const orders = readCsv(out, 'dim_order.csv');
      const days = new Map(readCsv(out, 'dim_date.csv').map(({ date_key, date }) => [date_key, date]));
      const members = readCsv(out, 'dim_customer.csv');
      const cells = readCsv(out, 'cohort_analysis.csv');
      const segments = readCsv(out, 'customer_segments.csv');
      const ids = members.map(({ customer_id }) => customer_id);

      // A customer stands once in every table of customers.
      for (const name of ['customer_segments', 'customer_value', 'churn_scores']) {
        expect(
          readCsv(out, `${name}.csv`).map(({ customer_id }) => customer_id),
          name,
        ).toEqual(ids);
      }
      expect(new Set(ids).size).toBe(ids.length);
      // Amounts are whole cents here, so that sums of rounded figures are sums.
      const facts = readCsv(out, 'fact_sales.csv');
      const total = sum(facts, 'amount');
      expect(sum(orders, 'sales')).toBe(total);
      expect(sum(members, 'sales')).toBe(total);
      expect(sum(segments, 'monetary')).toBe(total);
      expect(sum(readCsv(out, 'customer_value.csv'), 'revenue')).toBe(total);
      expect(sum(readCsv(out, 'monthly_metrics.csv'), 'revenue')).toBe(total);
      expect(sum(cells, 'revenue')).toBe(total);
      expect(readReconciliation(out).tables.find(({ table }) => table === 'sales_line')?.out).toBe(
        facts.length,
      );

      // The facts of a customer, by month of the order, are what the cells of the customer's cohort add up from.
      const byCell = new Map<string, bigint>();
      for (const { customer_key, date_key, sales } of orders) {
        const member = members.find((row) => row.customer_key === customer_key);
        const cohort = monthOf(member?.first_order_date ?? '');
        const cell = `${cohort} ${monthOf(days.get(date_key ?? '') ?? '')}`;
        byCell.set(cell, (byCell.get(cell) ?? 0n) + cents(sales));
      }
      const seen = cells.map(({ cohort_month = '', month_number, revenue }) => {
        const cell = `${cohort_month} ${monthAfter(cohort_month, Number(month_number))}`;
        expect(cents(revenue), cell).toBe(byCell.get(cell) ?? 0n);
        return cell;
      });
      expect(new Set(seen).size).toBe(seen.length);
      expect([...byCell.keys()].filter((cell) => !seen.includes(cell))).toEqual([]);
      expectCounts(out, plan);
    }),
    RUNS,
  );
});

test('the order in which extracts are added changes nothing but the order of rejected records', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const { plan, extracts, out } = await runOver(seed, 0.05);
      const turned = plainExtracts(extracts.toReversed());
      const other = await run(turned, plan.asOf);
      for (const [name, bytes] of readOut(out) ?? []) {
        if (NAMING_FILES.includes(name)) continue;
        expect(readOut(other.out)?.get(name)?.toString('utf8'), name).toBe(bytes.toString('utf8'));
      }
      expect(rejectedCells(other.out)).toEqual(rejectedCells(out));
    }),
    RUNS,
  );
});

test('an extract that is repeated, whole or line by line, doubles nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const { plan, extracts, out } = await runOver(seed);
      const [first = []] = extracts;
      const reversed = first.toReversed();
      const again = { 'again.csv': plainExtract(first), 'shuffled.csv': plainExtract(reversed) };
      const other = await run({ ...plainExtracts(extracts), ...again }, plan.asOf);
      for (const [name, bytes] of readOut(out) ?? []) {
        if (NAMING_FILES.includes(name) || name === 'data_quality.csv') continue;
        expect(readOut(other.out)?.get(name)?.toString('utf8'), name).toBe(bytes.toString('utf8'));
      }
    }),
    RUNS,
  );
});

test('extracts that come one by one into a workspace end where they end that come together', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const { plan, extracts, out } = await runOver(seed, 0.05);
      const workspace = ['--workspace', join(tempFolder(), 'w.muster')];
      const files = Object.entries(plainExtracts(extracts));
      let last = '';
      for (const [name, text] of [...files, ...files.slice(0, 1)]) {
        last = (await run({ [name]: text }, plan.asOf, ...workspace)).out;
      }
      for (const [name, bytes] of readOut(out) ?? []) {
        if (['manifest.json', 'reconciliation.json'].includes(name)) continue;
        expect(readOut(last)?.get(name)?.toString('utf8'), name).toBe(bytes.toString('utf8'));
      }
    }),
    { numRuns: 3 },
  );
});

type Cells = Readonly<Record<string, string>>;

interface ShopRun {
  readonly plan: Plan;
  readonly extracts: readonly (readonly TextRow[])[];
  readonly out: string;
}

/** Runs over a shop in plain files whose amounts are whole cents. */
async function runOver(seed: number, faults = 0): Promise<ShopRun> {
  const random = new Random(seed);
  const plan: Plan = { ...makePlan(random), faults, huge: false };
  const extracts = extractRows(random, plan).map((rows) => rows.map(inCents));
  return { plan, extracts, ...(await run(plainExtracts(extracts), plan.asOf)) };
}

async function run(
  files: Readonly<Record<string, string>>,
  asOf: string,
  ...more: readonly string[]
): Promise<{ readonly out: string }> {
  const folder = tempFolder();
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  writeFiles(input, files);
  const args = ['run', 'sales-analytics', '--in', input, '--out', out, '--as-of', asOf, ...more];
  const { exit, stderr } = await runMuster(args);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return { out };
}

/** Each month's customers of all stages are those that had come by then, and cohorts are all customers. */
function expectCounts(out: string, { asOf }: Plan): void {
  const customers = readCsv(out, 'dim_customer.csv');
  const firstCells = readCsv(out, 'cohort_analysis.csv').filter(({ month_number }) => month_number === '0');
  expect(firstCells.reduce((sum, row) => sum + Number(row.cohort_size), 0)).toBe(customers.length);
  const months = Map.groupBy(readCsv(out, 'lifecycle_tracking.csv'), ({ month = '' }) => month);
  for (const [month, stages] of months) {
    const day = hasEnded(month, asOf) ? `${month}-31` : asOf;
    const known = customers.filter(({ first_order_date = '' }) => first_order_date <= day).length;
    expect(stages.map(({ stage }) => stage)).toEqual(['new', 'active', 'at_risk', 'dormant', 'churned']);
    expect(
      stages.reduce((sum, row) => sum + Number(row.customers), 0),
      month,
    ).toBe(known);
  }
}

/** Rejected records without the file and the line. */
function rejectedCells(out: string): readonly string[] {
  return readRows(out, 'rejected-sales.csv')
    .slice(1)
    .map((row) => JSON.stringify(row.slice(0, -2)))
    .toSorted();
}

function inCents(row: TextRow): TextRow {
  return { ...row, Sales: (row.Sales ?? '').replace(/(\.[0-9]{2})[0-9]+$/, '$1') };
}

function cents(money = ''): bigint {
  return BigInt(money.replace('.', ''));
}
