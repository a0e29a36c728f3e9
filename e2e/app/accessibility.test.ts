import { expect, test } from 'vitest';
import { lines } from '../support/write-files.ts';
import { dropFiles, source, waiting } from './pages/files.ts';
import { asOf, dialog, goTo, runRecipe, STEP_NAMES } from './pages/frame.ts';
import { grid, rows } from './pages/grid.ts';
import { newWorkspace, openWorkspaceFile, trySample } from './pages/home.ts';
import { RECORDS, recordPanel } from './pages/quarantine.ts';
import { runQuery } from './pages/queries.ts';
import { lookUp } from './pages/trace.ts';
import { violations } from './support/axe.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';
import { unbalancedWorkspace } from './support/unbalanced.ts';

test('every screen of an empty workspace, and every error, is accessible in light and dark', async () => {
  const { page } = await openApp();
  const found: string[] = [];
  const look = async (where: string) => {
    found.push(...(await violations(page, where)));
  };
  await see(page.getByRole('heading', { level: 1, name: 'Muster' })).toBeVisible();
  await look('Home');
  await newWorkspace(page);
  for (const step of STEP_NAMES) {
    await goTo(page, step);
    await look(`${step}, empty`);
  }
  await dropFiles(page, { 'customers.csv': '', 'what.csv': lines('a,b', '1,2') });
  await see(waiting(page, 'what.csv')).toBeVisible();
  await look('Files that wait');
  await waiting(page, 'what.csv').getByRole('button', { name: 'Which source is it?' }).click();
  await look('How to read a file');
  expect(found).toEqual([]);
});

test('every screen with data is accessible in light and dark', async () => {
  const { page } = await openApp();
  const found: string[] = [];
  const look = async (where: string) => {
    found.push(...(await violations(page, where)));
  };
  await trySample(page);
  await runRecipe(page);
  for (const step of STEP_NAMES) {
    await goTo(page, step);
    await look(step);
  }
  await runQuery(page, 'select * from bookings');
  await see(grid(page, /result/i)).toBeVisible();
  await look('Queries, a result');
  await goTo(page, 'Trace');
  await lookUp(page, '536');
  await look('Trace, a story');
  await asOf(page).fill('2026-11-01');
  await runRecipe(page);
  await goTo(page, 'Runs');
  await look('Runs, two');
  await page.getByRole('link', { name: 'Run 2' }).click();
  await look('Runs, one in full');
  expect(found).toEqual([]);
});

test('every drawer, dialog and menu is accessible in light and dark', async () => {
  const { page } = await openApp();
  const found: string[] = [];
  const look = async (where: string) => {
    found.push(...(await violations(page, where)));
    await page.keyboard.press('Escape');
  };
  await trySample(page);
  await source(page, 'bookings').getByRole('button', { name: 'Profile' }).click();
  await see(
    dialog(page, /^Profile/)
      .getByRole('row')
      .first(),
  ).toBeVisible();
  await look('Profile');
  await source(page, 'bookings').getByRole('button', { name: 'See the records' }).click();
  await see(rows(dialog(page, /^Accepted/).getByRole('grid')).first()).toBeVisible();
  await look('Records');
  await page.getByRole('button', { name: 'Parameters' }).click();
  await see(page.getByLabel('Days for which a booking counts as recent')).toBeVisible();
  await look('Parameters');
  await page.keyboard.press('ControlOrMeta+K');
  await see(page.getByRole('textbox', { name: 'Command' })).toBeVisible();
  await look('Commands');
  await page.keyboard.press('?');
  await see(page.getByRole('dialog')).toBeVisible();
  await look('Shortcuts');
  await goTo(page, 'Quarantine');
  await rows(grid(page, RECORDS)).first().getByRole('gridcell').first().dblclick();
  await see(recordPanel(page).getByRole('button', { name: 'Correct', exact: true })).toBeVisible();
  await look('A record');
  await page.getByRole('button', { name: 'Set these aside…' }).click();
  await see(dialog(page, /aside\?$/)).toBeVisible();
  await look('Set aside');
  await page.getByRole('button', { name: 'Corrections' }).click();
  await see(dialog(page, 'Corrections')).toContainText('Nothing was corrected yet');
  await look('Corrections');
  await runRecipe(page);
  await goTo(page, 'Audience');
  await page.getByRole('button', { name: 'Export…' }).click();
  await see(dialog(page, 'Export').getByRole('table')).toBeVisible();
  await look('Export');
  await page.getByRole('button', { name: 'Columns' }).click();
  await see(page.getByRole('checkbox', { name: 'loyalty_tier' })).toBeVisible();
  await look('Columns');
  expect(found).toEqual([]);
});

test('a run that does not balance is shown accessibly', async () => {
  const { page } = await openApp();
  await openWorkspaceFile(page, await unbalancedWorkspace());
  const found: string[] = [];
  for (const step of ['Funnel', 'Audience', 'Runs'] as const) {
    await goTo(page, step);
    found.push(...(await violations(page, `${step}, not balanced`)));
  }
  expect(found).toEqual([]);
});
