import { expect, test } from 'vitest';
import { apiOf } from '../../electron/web/testing/api-of.ts';
import { asOf, goTo, runRecipe, STEP_NAMES, stepLink } from './pages/frame.ts';
import { grid } from './pages/grid.ts';
import { trySample } from './pages/home.ts';
import { narrow, openRecord, RECORDS, recordPanel } from './pages/quarantine.ts';
import { runQuery } from './pages/queries.ts';
import { story } from './pages/trace.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

test('a page that is loaded again stands at the step, the record, the story and the query where it was', async () => {
  const { page } = await openApp();
  await trySample(page);
  await goTo(page, 'Quarantine');
  await narrow(page, 'Reason', 'Not a number');
  await openRecord(page, 'S533-1');
  await page.reload();
  await see(recordPanel(page)).toContainText('12,50');
  await see(page.getByRole('button', { name: /^Not a number/ })).toHaveAttribute('aria-pressed', 'true');
  await see(grid(page, RECORDS)).toBeVisible();

  await runRecipe(page);
  for (const step of STEP_NAMES) {
    await goTo(page, step);
    await page.reload();
    await see(page.getByRole('heading', { level: 1, name: step, exact: true })).toBeVisible();
    await see(stepLink(page, step)).toHaveAttribute('aria-current', 'page');
    await see(page.getByRole('alert')).toHaveCount(0);
  }

  await page.getByRole('button', { name: 'New query' }).click();
  await runQuery(page, 'select 41 + 1 as answer');
  await page.reload();
  await see(page.getByRole('textbox', { name: 'Query, in SQL' })).toContainText('select 41 + 1 as answer');
  await goTo(page, 'Trace');
  await page.getByRole('combobox').fill('533');
  await page.getByRole('combobox').press('Enter');
  await see(story(page)).toBeVisible();
  await page.reload();
  await see(story(page)).toContainText('533');
});

test('after a restart of the host, and after a crash, the work is where it was', async () => {
  const { page, host, restart, crash } = await openApp({ mayComplain: /WebSocket|ERR_CONNECTION/ });
  const first = host.url;
  await trySample(page);
  await goTo(page, 'Quarantine');
  const record = await openRecord(page, 'S533-1');
  await record.getByRole('textbox', { name: 'New text for booking_amount' }).fill('12.50');
  await record.getByRole('button', { name: 'Correct', exact: true }).click();
  await see(record).toContainText('Corrected, and accepted');

  const second = await restart();
  expect(second.url).not.toBe(first);
  expect(second.origin).toBe(new URL(first).origin);
  await see(
    page.getByRole('status').filter({ hasText: 'Muster has ended. Your work is kept' }),
  ).toBeVisible();
  await page.goto(second.url);
  await page.getByRole('button', { name: /^Eligible audience sample/ }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Files' })).toBeVisible();
  await see(asOf(page)).toHaveValue('2026-11-20');
  await goTo(page, 'Quarantine');
  await see(page.getByRole('main')).toContainText('184 open, 0 set aside, 1 corrected');
  await runRecipe(page);

  await crash();
  const third = await restart();
  await page.goto(third.url);
  await page.getByRole('button', { name: /^Eligible audience sample/ }).click();
  await see(stepLink(page, 'Audience')).toHaveText(/938$/);
  const { api } = await apiOf(third.url);
  const workspace = (await api.workspaces.home()).recents[0]?.path ?? '';
  const [run] = await api.runs.list({ workspace });
  expect(run).toMatchObject({ delivered: 938, corrections: 1, balanced: true, asOf: '2026-11-20' });
});
