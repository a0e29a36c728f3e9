import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, test } from 'vitest';
import { PROJECT_FOLDER } from '../support/run-muster.ts';
import { lines } from '../support/write-files.ts';
import { beginAudit, makeAudit } from './pages/audit.ts';
import { chooseFiles, dropFiles, source, waiting } from './pages/files.ts';
import { asOf, dialog, goTo, runRecipe, STEP_NAMES, seeTold } from './pages/frame.ts';
import { grid, rows } from './pages/grid.ts';
import { newWorkspace, openWorkspaceFile, trySample } from './pages/home.ts';
import { narrow, openRecord, RECORDS, recordPanel } from './pages/quarantine.ts';
import { runQuery } from './pages/queries.ts';
import { lookUp } from './pages/trace.ts';
import { setScheme } from './support/axe.ts';
import { manyBookings } from './support/many-bookings.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';
import { smallPng } from './support/small-png.ts';
import { unbalancedWorkspace } from './support/unbalanced.ts';

const FOLDER = join(PROJECT_FOLDER, 'docs', 'screenshots');

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
});

/** Takes a picture in light and one in dark; by default once no answer is on its way. */
async function picture(page: Page, name: string, settled = true): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await setScheme(page, scheme);
    if (settled) await see(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const png = await page.screenshot({ caret: 'hide', animations: 'disabled' });
    writeFileSync(join(FOLDER, `${name}-${scheme}.png`), smallPng(png));
  }
}

/** The first screen says in which folder workspaces are made: in a picture a user's, not that of a test. */
async function nameFolder(page: Page, folder: string): Promise<void> {
  await page.getByText('A workspace is one .muster file').evaluate((line, of) => {
    for (const part of line.childNodes) {
      if (part.nodeValue?.includes(of)) part.nodeValue = part.nodeValue.replace(of, 'Documents/Muster');
    }
  }, folder);
}

/** Scrolls the screen until the card of an insight stands at its top, and waits until it is drawn. */
async function showInsight(page: Page, title: string): Promise<void> {
  const card = page.getByRole('region', { name: title, exact: true });
  await card.evaluate((part) => {
    const scrolls = (each: Element) => /auto|scroll/.test(getComputedStyle(each).overflowY);
    let around = part.parentElement;
    while (around && !scrolls(around)) around = around.parentElement;
    // Only what the user scrolls: scrollIntoView would move the frame, too.
    around?.scrollBy(0, part.getBoundingClientRect().top - around.getBoundingClientRect().top - 16);
  });
  await see(card.getByRole('button', { name: `Save ${title}` })).toBeVisible();
  // Not on a mark, which would be raised.
  await page.mouse.move(0, 0);
}

test('empty', async () => {
  const { page, folder } = await openApp();
  await see(page.getByRole('heading', { level: 1, name: 'Muster' })).toBeVisible();
  await nameFolder(page, folder);
  await picture(page, 'home-empty');
  await newWorkspace(page);
  for (const step of STEP_NAMES) {
    await goTo(page, step);
    await picture(page, `${step.toLowerCase()}-empty`);
  }
});

test('full', async () => {
  const { page, host, folder } = await openApp();
  await trySample(page);
  await goTo(page, 'Quarantine');
  await openRecord(page, 'S533-1');
  await picture(page, 'quarantine-record');
  await recordPanel(page).getByRole('textbox', { name: 'New text for booking_amount' }).fill('12.50');
  await recordPanel(page).getByRole('button', { name: 'Correct', exact: true }).click();
  await seeTold(page, /accepted now/);
  await asOf(page).fill('2026-10-20');
  await runRecipe(page);
  await asOf(page).fill('2026-11-20');
  await runRecipe(page);
  for (const step of STEP_NAMES.filter((each) => each !== 'Trace' && each !== 'Queries')) {
    await goTo(page, step);
    await picture(page, step.toLowerCase());
  }
  await goTo(page, 'Trace');
  await lookUp(page, '536');
  await picture(page, 'trace');
  await goTo(page, 'Queries');
  await runQuery(
    page,
    'select booking_status, count(*) as bookings from bookings group by 1 order by 2 desc',
  );
  await see(page.getByRole('gridcell').first()).toBeVisible();
  await picture(page, 'queries');
  await goTo(page, 'Audience');
  await page.getByRole('button', { name: 'Export…' }).click();
  await see(dialog(page, 'Export').getByRole('table')).toBeVisible();
  await picture(page, 'audience-export');
  await page.keyboard.press('Escape');
  await goTo(page, 'Funnel');
  await page.getByRole('switch', { name: /^Suppressed on the day/ }).click();
  await see(page.getByRole('complementary', { name: 'What if?' })).toContainText('would come');
  await picture(page, 'funnel-what-if');
  await page.getByRole('button', { name: 'Back to the run' }).click();
  await page.getByRole('button', { name: /dropped here.*Suppressed on the day/ }).click();
  await see(rows(page.getByRole('dialog').getByRole('grid')).first()).toBeVisible();
  await picture(page, 'funnel-records');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+K');
  await see(page.getByRole('textbox', { name: 'Command' })).toBeFocused();
  await picture(page, 'commands');
  await page.goto(`${host.origin}/#/`);
  await see(page.getByRole('button', { name: /^Eligible audience sample/ })).toBeVisible();
  await nameFolder(page, folder);
  await picture(page, 'home');
});

test('loading', async () => {
  const { page } = await openApp();
  await newWorkspace(page);
  await chooseFiles(page, [await manyBookings(1_500_000)]);
  await see(source(page, 'bookings').getByRole('progressbar')).toBeVisible();
  await see(source(page, 'bookings')).toContainText(/left/);
  await picture(page, 'files-loading', false);
});

test('errors', async () => {
  const { page, crash } = await openApp({ mayComplain: /WebSocket|ERR_CONNECTION/ });
  await trySample(page);
  await dropFiles(page, { 'customers-2.csv': '', 'extract.csv': lines('a,b', '1,2') });
  await see(waiting(page, 'extract.csv')).toBeVisible();
  await seeTold(page, /wait for you/);
  await picture(page, 'files-error');
  await goTo(page, 'Queries');
  await page.getByRole('button', { name: 'New query' }).click();
  await runQuery(page, 'select customer_id from bookigns');
  await see(page.getByRole('alert')).toContainText('bookigns');
  await picture(page, 'queries-error');
  await goTo(page, 'Quarantine');
  await narrow(page, 'Reason', 'Not a number');
  await see(rows(grid(page, RECORDS)).first()).toBeVisible();
  await crash();
  await see(page.getByRole('status').filter({ hasText: 'your work is kept' })).toBeVisible();
  await picture(page, 'host-gone', false);
});

test('not balanced', async () => {
  const { page } = await openApp();
  await openWorkspaceFile(page, await unbalancedWorkspace());
  await goTo(page, 'Funnel');
  await picture(page, 'funnel-error');
  await goTo(page, 'Audience');
  await page.getByRole('button', { name: 'Export…' }).click();
  await see(dialog(page, 'Export').getByRole('table')).toBeVisible();
  await picture(page, 'audience-error');
});

test('campaigns', async () => {
  const { page } = await openApp();
  await trySample(page, 'Campaign targets', 7);
  await runRecipe(page);
  await goTo(page, 'Funnel');
  await picture(page, 'campaigns-funnel');
  const groups = page.getByRole('region', { name: 'By solution', exact: true });
  await groups.scrollIntoViewIfNeeded();
  await picture(page, 'campaigns-solutions');
  await groups.getByText('Charts', { exact: true }).click();
  await groups.scrollIntoViewIfNeeded();
  await picture(page, 'campaigns-charts');
  await goTo(page, 'Insights');
  await picture(page, 'campaigns-insights');
  await goTo(page, 'Audience');
  await page.getByRole('tab', { name: 'Buffer' }).click();
  await see(rows(page.getByRole('grid')).first()).toBeVisible();
  await picture(page, 'campaigns-buffer');
  await page.getByRole('button', { name: 'Publish…' }).click();
  await see(page.getByRole('dialog')).toBeVisible();
  await picture(page, 'campaigns-publish');
});

test('sales', async () => {
  const { page } = await openApp({ viewport: { width: 1280, height: 1000 } });
  await trySample(page, 'Sales analytics', 1);
  await see(source(page, 'sales')).toContainText('2,421');
  await runRecipe(page);
  await see(page.getByRole('button', { name: 'Personal outreach', exact: true })).toBeVisible();
  // Not on a row, which would be marked.
  await page.mouse.move(0, 0);
  await picture(page, 'sales-insights', false);
  await showInsight(page, 'Customers by recency and frequency');
  await picture(page, 'sales-segments', false);
  await showInsight(page, 'Who comes back, by month of the first order');
  await picture(page, 'sales-cohorts', false);
  await showInsight(page, 'Whom to contact this week');
  await page.getByRole('button', { name: 'Personal outreach', exact: true }).click();
  const behind = page.getByRole('dialog').getByRole('grid');
  await rows(behind).first().getByRole('gridcell').first().dblclick();
  await see(page.getByRole('region', { name: 'Lines of sales' })).toBeVisible();
  await picture(page, 'sales-trace');
});

test('customers', async () => {
  const { page } = await openApp({ viewport: { width: 1280, height: 1100 } });
  await trySample(page, 'Customer 360', 4);
  await runRecipe(page);
  await see(page.getByRole('button', { name: /^Save Whose lead is which user/ })).toBeVisible();
  await picture(page, 'customers-identity', false);
  await goTo(page, 'Trace');
  await lookUp(page, 'soren.kruger43@example.org');
  await picture(page, 'customers-card');
});

test('loyalty', async () => {
  const { page } = await openApp({ viewport: { width: 1280, height: 1000 } });
  await trySample(page, 'Loyalty and engagement', 13);
  for (const day of ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']) {
    await asOf(page).fill(day);
    await runRecipe(page);
  }
  await goTo(page, 'Insights');
  await showInsight(page, 'Monitor');
  await picture(page, 'loyalty-monitor', false);
  await showInsight(page, 'Bands over the snapshots');
  await picture(page, 'loyalty-features', false);
});

test('audit', async () => {
  const { page } = await openApp();
  await beginAudit(page);
  await picture(page, 'audit-empty');
  await page.getByRole('button', { name: 'Try it with a sample' }).click();
  await see(page.getByRole('textbox', { name: /^Stage of / }).first()).toBeVisible();
  await picture(page, 'audit-files');
  await makeAudit(page, 'Autumn campaign');
  await picture(page, 'audit');
});
