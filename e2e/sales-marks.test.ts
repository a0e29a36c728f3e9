import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLastRun } from '../electron/engine/explain/last-run.ts';
import { openWorkspaceForReading } from '../electron/engine/workspace/workspace.ts';
import { Random } from './generator/random.ts';
import { generateSales } from './sales-generator/extracts.ts';
import { runMuster } from './support/run-muster.ts';
import { seeds } from './support/seeds.ts';
import { tempFolder } from './support/temp-folder.ts';
import { type Content, writeFiles } from './support/write-files.ts';

/** Columns of the charts that count the customers behind a mark. */
const COUNTS = ['customers', 'active_customers'];

/** Charts whose marks share all customers among them. */
const OF_EVERYBODY = ['recency_and_frequency', 'segments', 'customers_by_value'];

test.each(seeds(4))('each mark opens as many customers as it shows (seed %i)', async (seed) => {
  const { asOf, files } = generateSales(new Random(seed));
  const { marks, customers } = await marksOf(files, asOf);
  // A shop without customers has nothing to open.
  expect(marks > 20).toBe(customers > 0);
});

test('customers of any value are in a band of it', async () => {
  const amounts = ['900000000000', '-900000000000', '0', '24.999', '25'];
  const lines = amounts.map((amount, index) => `2026-01-05,${index},O${index},${amount}`);
  const files = { 'sales.csv': ['Date,Customer ID,Order ID,Sales', ...lines, ''].join('\n') };
  expect(await marksOf(files, '2026-11-20')).toMatchObject({ customers: amounts.length });
});

/** Opens each mark of a run over these files, and returns how many marks and customers there are. */
async function marksOf(files: Readonly<Record<string, Content>>, asOf: string) {
  const folder = tempFolder();
  const [input, workspace] = [join(folder, 'in'), join(folder, 'sales.muster')];
  writeFiles(input, files);
  const args = ['--in', input, '--out', join(folder, 'out'), '--as-of', asOf, '--workspace', workspace];
  const { exit, stderr } = await runMuster(['run', 'sales-analytics', ...args]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const db = openWorkspaceForReading(workspace);
  const { recipe, bindings } = openLastRun(db, workspace);
  const customers = db.prepare<[], number>('select count(*) from customer').pluck().get() ?? 0;
  let marks = 0;
  for (const { insight, query, records, ...shape } of recipe.insights) {
    const rows = db.prepare<unknown[], Readonly<Record<string, unknown>>>(query.sql).all(bindings);
    const column = COUNTS.find((each) => rows[0] && each in rows[0]);
    if (column === undefined || records === undefined || shape.chart === 'fields') continue;
    for (const row of rows) {
      const names = {
        x: text(row[shape.x.column]),
        ...(shape.chart === 'heat map' && { y: text(row[shape.y.column]) }),
        ...('series' in shape && shape.series !== null && { series: text(row[shape.series]) }),
      };
      const opened = db.prepare(records.sql).all({ ...bindings, ...names });
      expect(opened.length, `${insight} ${JSON.stringify(names)}`).toBe(row[column]);
      marks++;
    }
    const all = rows.reduce((sum, row) => sum + Number(row[column]), 0);
    if (OF_EVERYBODY.includes(insight)) expect(all, insight).toBe(customers);
  }
  db.close();
  return { marks, customers };
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
