import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SAMPLES_FOLDER } from '../electron/engine/paths.ts';
import { readOut, readReconciliation } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { tempFolder } from './support/temp-folder.ts';
import { writeFile } from './support/write-files.ts';

const SAMPLE = join(SAMPLES_FOLDER, 'sales-analytics');
const AS_OF = '2026-11-20';

const ALWAYS = ['data_quality.csv', 'manifest.json', 'reconciliation.json', 'rejected-sales.csv'];
const WAREHOUSE = ['dim_customer.csv', 'dim_date.csv', 'dim_order.csv', 'fact_sales.csv'];

async function runSales(inFolder: string, ...more: readonly string[]) {
  const out = join(tempFolder(), 'out');
  const result = await runMuster([
    ...['run', 'sales-analytics', '--in', inFolder, '--out', out, '--as-of', AS_OF],
    ...more,
  ]);
  return { ...result, out };
}

describe('--until', () => {
  test('a run until the warehouse writes that layer and the one before, and says where it stopped', async () => {
    const { exit, stdout, out } = await runSales(SAMPLE, '--until', 'warehouse');
    expect(exit).toBe(0);
    expect(stdout).toContain('Balanced so far. The run stopped after the layer warehouse.');
    expect(readdirSync(out).toSorted()).toEqual([...ALWAYS, ...WAREHOUSE].toSorted());
    const { out: whole } = await runSales(SAMPLE);
    for (const file of [...WAREHOUSE, 'data_quality.csv'])
      expect(readOut(out)?.get(file)).toEqual(readOut(whole)?.get(file));
  });

  test('a layer that there is not is wrong usage, and the layers are named', async () => {
    const { exit, stderr } = await runSales(SAMPLE, '--until', 'warehose');
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr:
        'muster: The recipe sales-analytics has no layer "warehose"; it has: staging, warehouse, business. Did you mean "warehouse"?\n',
    });
  });
});

test('files of one folder after another add up to what they are together', async () => {
  const [first = '', second = ''] = readdirSync(SAMPLE).toSorted();
  const [one, other] = [tempFolder(), tempFolder()];
  copyFileSync(join(SAMPLE, first), join(one, first));
  copyFileSync(join(SAMPLE, second), join(other, second));
  const workspace = join(tempFolder(), 'w.muster');
  await runSales(one, '--workspace', workspace);
  const added = await runSales(other, '--workspace', workspace);
  const together = await runSales(SAMPLE);
  expect(readReconciliation(added.out)).toEqual(readReconciliation(together.out));
  expect(readOut(added.out)).toEqual(readOut(together.out));
  const again = await runSales(one, '--workspace', workspace);
  expect(again.stdout).toContain(`${first} was loaded already`);
  expect(readOut(again.out)).toEqual(readOut(together.out));
});

test('a file with other headers ends the run, and what they may mean is said', async () => {
  const folder = tempFolder();
  writeFile(folder, 'shop.csv', 'Order Date,Cust. No,Order ID,Revenue\n2026-01-05,7,A-1,12.50\n');
  const { exit, stderr, out } = await runSales(folder);
  expect(exit).toBe(1);
  expect(stderr).toMatch(/shop\.csv: line 1 has no columns? Date.*Order Date/s);
  expect(() => readdirSync(out)).toThrow('ENOENT');
});
