import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre';
import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { apiOf } from '../../electron/web/testing/api-of.ts';
import { sha256 } from '../support/read-out.ts';
import { exportAs } from './pages/audience.ts';
import { dialog, goTo, runRecipe, seeTold, stepLink } from './pages/frame.ts';
import { grid, rows } from './pages/grid.ts';
import { trySample } from './pages/home.ts';
import { narrow, openRecord, RECORDS, setTheseAside } from './pages/quarantine.ts';
import { lookUp, story } from './pages/trace.ts';
import { cliRun, sampleText } from './support/cli-run.ts';
import { figuresOf, written } from './support/figures.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

test('from the first start to the exported audience, with the figures of the command line', async () => {
  const corrected = sampleText('bookings.csv')
    .replace('S533-1,533,2026-07-01,"12,50",', 'S533-1,533,2026-07-01,12.50,')
    .replace(/^([^,\n]*,[^,\n]*,[^,\n]*),,/gm, '$1,10.00,');
  const cli = cliRun({ 'bookings.csv': corrected });
  const { page, host } = await openApp();

  await trySample(page);
  await see(page.getByRole('article', { name: 'bookings' })).toContainText('Ready, with rejects');

  await goTo(page, 'Quarantine');
  const record = await openRecord(page, 'S533-1');
  await see(record).toContainText('12,50');
  await record.getByRole('textbox', { name: 'New text for booking_amount' }).fill('12.50');
  await record.getByRole('button', { name: 'Correct', exact: true }).click();
  await seeTold(page, '1 record is changed: 1 is accepted now.');
  await see(record).toContainText('Corrected, and accepted');
  await record.getByRole('button', { name: 'Close the record' }).click();
  await page.getByRole('button', { name: 'Clear the search' }).click();

  await narrow(page, 'Reason', 'Value is missing');
  await narrow(page, 'Column', 'booking_amount');
  await rows(grid(page, RECORDS)).first().getByRole('gridcell').first().dblclick();
  await page.getByRole('textbox', { name: 'New text for booking_amount' }).fill('10.00');
  const all = page.getByRole('button', { name: /^Apply to all \d/ });
  const alike = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
  await all.click();
  await seeTold(page, new RegExp(`^${alike} records are changed`));

  await page.getByRole('button', { name: 'Close the record' }).click();
  const column = page.getByRole('region', { name: 'Column' }).getByRole('button', { name: 'booking_amount' });
  await see(column).toHaveText(/0$/);
  await column.click();
  await narrow(page, 'Reason', 'Unreadable');
  await setTheseAside(page, 'asked the supplier');
  await see(page.getByRole('main')).toContainText('3 set aside');

  await runRecipe(page);
  await see(page.getByRole('heading', { level: 1, name: 'Funnel' })).toBeVisible();
  const { reconciliation, audience } = await cli;
  const { outcome, stages } = reconciliation;
  const { api } = await apiOf(host.url);
  const [recent] = (await api.workspaces.home()).recents;
  const workspace = recent?.path ?? '';
  const run = await api.runs.get({ workspace, run: 1 });
  expect(figuresOf(run.reconciliation)).toEqual(figuresOf(reconciliation));

  const main = page.getByRole('main');
  await see(main).toContainText(
    `${written(outcome.entered)} entered = ${written(outcome.delivered)} delivered + ${written(outcome.dropped)} dropped`,
  );
  const { recipe } = await api.workspaces.overview({ workspace });
  for (const { stage, in: came, dropped, out } of stages.slice(1)) {
    const title = recipe.rules.find((rule) => rule.stage === stage)?.title;
    for (const [name, count] of Object.entries({ in: came, dropped, out })) {
      await see(
        main.getByRole('button', { name: `${title}: ${name}: ${written(count)}. Open them` }),
      ).toBeVisible();
    }
  }

  const suppressed = stages.find(({ stage }) => stage === 'suppressed');
  await main.getByRole('button', { name: /dropped here.*Suppressed on the day/ }).click();
  const behind = dialog(page, 'Dropped here: Suppressed on the day');
  await see(behind.getByRole('status').first()).toHaveText(`${written(suppressed?.dropped ?? 0)} customers`);
  await rows(behind.getByRole('grid')).first().getByRole('gridcell').first().dblclick();
  await see(page.getByRole('heading', { level: 1, name: 'Trace' })).toBeVisible();
  await see(story(page)).toContainText('Suppressed on the day');
  await see(await lookUp(page, '533')).toContainText('12.50');

  await goTo(page, 'Funnel');
  await main.getByRole('switch', { name: /^Suppressed on the day/ }).click();
  const only = suppressed?.reasons.reduce((sum, each) => sum + (each.only ?? 0), 0) ?? 0;
  await see(page.getByRole('complementary', { name: 'What if?' })).toContainText(
    new RegExp(`${written(outcome.delivered + only)}\\s*instead of ${written(outcome.delivered)}`),
  );
  await goTo(page, 'Audience');
  await see(stepLink(page, 'Audience')).toContainText(written(outcome.delivered));
  expect(await api.runs.list({ workspace })).toHaveLength(1);

  const csv = readFileSync(await exportAs(page, 'CSV, exact'), 'utf8');
  expect(csv).toBe(audience);
  await see(dialog(page, 'Export')).toContainText(sha256(Buffer.from(audience)));
  await dialog(page, 'Export').getByRole('button', { name: 'Close' }).last().click();
  const xlsx = readFileSync(await exportAs(page, 'Excel workbook (XLSX)'));
  expect(await textsOf(xlsx)).toEqual(papaparse.parse<string[]>(audience.trimEnd()).data);
});

/** The cells of a workbook's only sheet as a CSV file has them. */
async function textsOf(xlsx: Buffer): Promise<readonly (readonly string[])[]> {
  const { sheets } = await readXlsx(new Uint8Array(xlsx));
  const [header = [], ...records] = sheets[0]?.rows ?? [];
  const spend = header.indexOf('total_spend_last_365_days');
  return [header, ...records].map((row, line) =>
    row.map((cell, place) => {
      if (cell instanceof Date) return cell.toISOString().slice(0, 10);
      if (line > 0 && place === spend) return Number(cell).toFixed(2);
      return cell === null ? '' : String(cell);
    }),
  );
}
