import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apiOf } from '../../electron/web/testing/api-of.ts';
import { PROJECT_FOLDER } from '../support/run-muster.ts';
import { lines } from '../support/write-files.ts';
import { chooseFiles, dropFiles, source, waiting } from './pages/files.ts';
import { dialog, seeTold, told } from './pages/frame.ts';
import { seeSourcesReady } from './pages/home.ts';
import { pressAt } from './pages/keyboard.ts';
import { violations } from './support/axe.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';
import { unbalancedWorkspace } from './support/unbalanced.ts';

const SAMPLES = join(PROJECT_FOLDER, 'assets', 'samples');

/** A shop's export, in which the column with the customer has a name of the shop's own. */
const SHOP = lines('Date,Buyer,Order ID,Sales', '2026-01-01,C1,O1,10.00');

function samplePaths(recipe: string): readonly string[] {
  return readdirSync(join(SAMPLES, recipe)).map((name) => join(SAMPLES, recipe, name));
}

test.each([
  ['eligible-audience', 'Eligible audience', 4],
  ['campaign-targets', 'Campaign targets', 7],
  ['sales-analytics', 'Sales analytics', 1],
] as const)('files of %s that are dropped on the first screen begin it', async (recipe, title, sources) => {
  const { page, host } = await openApp();
  const files = samplePaths(recipe);
  await see(page.getByRole('heading', { name: 'Begin with a recipe' })).toBeVisible();
  await dropFiles(
    page,
    Object.fromEntries(files.map((path) => [path.slice(path.lastIndexOf('/') + 1), readFileSync(path)])),
  );
  await see(page.getByRole('heading', { level: 1, name: 'Files' })).toBeVisible();
  await seeTold(page, `${files.length} files are loaded.`);
  await seeSourcesReady(page, sources);
  const { api } = await apiOf(host.url);
  expect((await api.workspaces.home()).recents.map(({ name }) => name)).toEqual([title]);
});

test('a file that no recipe takes as it is asks which one is meant, and nothing is made before the answer', async () => {
  const { page, host } = await openApp();
  const { api } = await apiOf(host.url);
  const recents = async () => (await api.workspaces.home()).recents.map(({ name }) => name);
  await see(page.getByRole('heading', { name: 'Begin with a recipe' })).toBeVisible();
  await dropFiles(page, { 'shop.csv': SHOP, 'empty.csv': '' });
  const asked = dialog(page, 'Which recipe is shop.csv for?');
  const best = asked
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') })
    .first();
  await see(best).toContainText('Sales analytics');
  await see(best).toContainText('shop.csv 3 of 4 columns of sales; missing: Customer ID.');
  await see(asked).toContainText('empty.csv is empty');
  await see(asked.getByRole('button', { name: 'Begin with Sales analytics' })).toBeFocused();
  expect(await violations(page, 'Which recipe')).toEqual([]);
  await page.keyboard.press('Escape');
  await see(asked).toHaveCount(0);
  expect(await recents()).toEqual([]);

  await dropFiles(page, { 'weather.csv': lines('rain;wind', 'much;some') });
  const unknown = dialog(page, 'Which recipe is weather.csv for?');
  await see(unknown).toContainText('No recipe knows a column of this file.');
  await see(unknown.getByRole('button', { name: 'Leave it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await see(unknown).toHaveCount(0);
  expect(await recents()).toEqual([]);

  await dropFiles(page, { 'shop.csv': SHOP });
  await pressAt(page, asked.getByRole('button', { name: 'Begin with Sales analytics' }));
  await see(waiting(page, 'shop.csv')).toContainText('has no column Customer ID');
  await see(asked).toHaveCount(0);
  expect(await recents()).toEqual(['Sales analytics']);
});

test('files are chosen by keyboard as well, and those that cannot be read are said beside those that are loaded', async () => {
  const { page } = await openApp();
  await see(page.getByRole('heading', { name: 'Begin with a recipe' })).toBeVisible();
  const coming = page.waitForEvent('filechooser');
  await pressAt(page, page.getByRole('button', { name: 'Choose files…' }));
  await (await coming).setFiles([join(SAMPLES, 'README.md'), ...samplePaths('sales-analytics')]);
  await see(dialog(page, 'Which recipe are these 3 files for?')).toContainText(
    'README.md None of its columns.',
  );
  await page.keyboard.press('Escape');
  await dropFiles(page, {
    'book.xlsx': Buffer.from('PK\u0003\u0004 and so on', 'latin1'),
    'shop.csv': SHOP.replace('Buyer', 'Customer ID'),
  });
  await see(told(page, 'book.xlsx is a zip archive')).toContainText('save the sheet as CSV');
  await see(source(page, 'sales')).toContainText('Ready');
});

test('a workspace that is chosen among files is opened', async () => {
  const { page } = await openApp();
  await chooseFiles(page, [await unbalancedWorkspace()]);
  await see(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
});
