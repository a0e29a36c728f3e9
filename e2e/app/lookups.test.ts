import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { apiOf } from '../../electron/web/testing/api-of.ts';
import { readReconciliation } from '../support/read-out.ts';
import { dialog, goTo, seeTold } from './pages/frame.ts';
import { openWorkspaceFile } from './pages/home.ts';
import { violations } from './support/axe.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';
import { segmentsWorkspace } from './support/segments.ts';

const GRID = 'Segment by recency and frequency';

/** Opens a lookup by the palette. */
async function editLookup(page: Page, title: string) {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Command' }).fill(`edit ${title}`);
  await page.getByRole('button', { name: `Edit ${title}` }).click();
  const form = dialog(page, title);
  await see(form.getByRole('table', { name: title })).toBeVisible();
  return form;
}

async function openSegments(page: Page, workspace: string) {
  await openWorkspaceFile(page, workspace);
  await see(page.getByRole('banner')).toContainText('delivered, run 1');
}

test('a grid is changed cell by cell, which puts the run out of date and decides the next', async () => {
  const { workspace, run } = await segmentsWorkspace();
  const { page, host } = await openApp();
  await openSegments(page, workspace);
  await see(page.getByRole('banner')).toContainText('21 of 25 delivered');
  const form = await editLookup(page, GRID);
  await see(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await form.getByLabel('Recency 1, Frequency 4').selectOption('lost');
  await see(form.getByLabel('Recency 1, Frequency 4, changed from at_risk')).toHaveValue('lost');
  expect(await violations(page, 'A grid')).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await seeTold(page, 'Saved. Run again to see it.');
  await see(page.getByText('The lookup Segment by recency and frequency was changed since.')).toBeVisible();
  await page.getByRole('button', { name: 'Run again' }).click();
  await seeTold(page, 'Run 2 is done, and it balances.');
  await see(page.getByRole('banner')).toContainText('20 of 25 delivered');
  await goTo(page, 'Runs');
  await see(page.getByRole('main')).toContainText('21');

  // The command line uses the copy, too, and says so.
  const { api } = await apiOf(host.url);
  const path = (await api.workspaces.home()).recents[0]?.path ?? '';
  const { stdout, out } = await run(path);
  const sentence =
    "This run uses the workspace's own copy of the recipe, in which Segment by recency and frequency was changed.";
  expect(stdout).toContain(sentence);
  expect(readReconciliation(out)).toMatchObject({ warnings: [sentence], outcome: { delivered: 20 } });
});

test('the arrow keys walk the cells of a grid, letters choose, and Escape leaves it as it was', async () => {
  const { workspace } = await segmentsWorkspace();
  const { page } = await openApp();
  await openSegments(page, workspace);
  const form = await editLookup(page, GRID);
  await form.getByLabel('Recency 5, Frequency 1').focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp'])
    await page.keyboard.press(key);
  await see(form.getByLabel('Recency 5, Frequency 1')).toBeFocused();
  await see(form.getByLabel('Recency 5, Frequency 1')).toHaveValue('new');
  await page.keyboard.press('l');
  await see(form.getByLabel('Recency 5, Frequency 1, changed from new')).toHaveValue('lost');
  await form.getByRole('button', { name: 'Reset to the recipe’s own' }).click();
  await see(form.getByLabel('Recency 5, Frequency 1')).toHaveValue('new');
  await page.keyboard.press('Escape');
  await see(form).toHaveCount(0);
  await see(page.getByText('out of date')).toHaveCount(0);
});

test('an empty text of a list is named at once and cannot be saved; a list is saved text by text', async () => {
  const { workspace, run } = await segmentsWorkspace();
  const { page, host } = await openApp();
  await openSegments(page, workspace);
  const form = await editLookup(page, 'Segments');
  await form.getByLabel('Campaign of loyal').fill('');
  await see(form.getByRole('status')).toHaveText('One cell is empty: Campaign of loyal.');
  await see(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect(await violations(page, 'A list with an empty cell')).toEqual([]);
  await form.getByLabel('Campaign of loyal').fill('#1: "thanks"');
  await form.getByRole('button', { name: 'Save' }).click();
  await seeTold(page, 'Saved. Run again to see it.');
  const { api } = await apiOf(host.url);
  const { out } = await run((await api.workspaces.home()).recents[0]?.path ?? '');
  expect(readFileSync(join(out, 'segments.csv'), 'utf8')).toContain('33,loyal,"#1: ""thanks"""');
});

test('a recipe that was changed since the copy was made is said to be another, and can be taken again', async () => {
  const { workspace, recipe, yaml } = await segmentsWorkspace();
  const { page } = await openApp();
  await openSegments(page, workspace);
  const form = await editLookup(page, GRID);
  await form.getByLabel('Recency 1, Frequency 4').selectOption('lost');
  await form.getByRole('button', { name: 'Save' }).click();
  await seeTold(page, 'Saved. Run again to see it.');
  const behind = page.getByText('The recipe has been changed since this workspace made its own copy of it');
  await see(behind).toHaveCount(0);

  writeFileSync(join(recipe, 'recipe.yaml'), yaml.replace('version: 1.0.0', 'version: 1.0.1'));
  await page.reload();
  await see(behind).toBeVisible();
  await page.getByRole('button', { name: 'Use the recipe’s own again…' }).click();
  await dialog(page, 'Use the recipe’s own again?')
    .getByRole('button', { name: 'Use the recipe’s own' })
    .click();
  await seeTold(page, 'The workspace uses the recipe’s own again.');
  await see(behind).toHaveCount(0);
  const again = await editLookup(page, GRID);
  await see(again.getByLabel('Recency 1, Frequency 4')).toHaveValue('at_risk');
});
