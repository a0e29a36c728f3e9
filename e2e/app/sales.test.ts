import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { PROJECT_FOLDER } from '../support/run-muster.ts';
import { dropFiles, source } from './pages/files.ts';
import { asOf, goTo, runRecipe, seeTold } from './pages/frame.ts';
import { rows } from './pages/grid.ts';
import { newWorkspace, trySample } from './pages/home.ts';
import { story } from './pages/trace.ts';
import { violations } from './support/axe.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

const DAY = '2026-11-20';
const RECIPE = 'Sales analytics';
const EXTRACTS = ['sales_2024-11_to_2025-10.csv', 'sales_2025-09_to_2026-11.csv'] as const;

/** The part of the screen with one insight, once it has its data. */
async function insight(page: Page, title: string): Promise<Locator> {
  const card = page.getByRole('region', { name: title, exact: true });
  await card.scrollIntoViewIfNeeded();
  await see(card.getByRole('button', { name: `Save ${title}` })).toBeVisible();
  return card;
}

/** The bytes of what the menu of an insight hands over, and the name of the file. */
async function saved(page: Page, title: string, item: string): Promise<readonly [string, Buffer]> {
  const card = await insight(page, title);
  await card.getByRole('button', { name: `Save ${title}` }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  const download = await coming;
  return [download.suggestedFilename(), readFileSync(await download.path())];
}

async function runSample(page: Page): Promise<void> {
  await trySample(page, RECIPE, 1);
  await see(source(page, 'sales')).toContainText('2,421');
  await runRecipe(page);
  await see(page.getByRole('heading', { level: 1, name: 'Insights' })).toBeVisible();
}

test('two extracts that overlap are dropped, and the run leads to what to do this week', async () => {
  const { page } = await openApp();
  await newWorkspace(page, RECIPE);
  const folder = join(PROJECT_FOLDER, 'assets', 'samples', 'sales-analytics');
  const files = Object.fromEntries(EXTRACTS.map((name) => [name, readFileSync(join(folder, name))]));
  await dropFiles(page, files);
  await seeTold(page, '2 files are loaded.');
  await dropFiles(page, { 'copy.csv': files[EXTRACTS[0]] ?? '' });
  await seeTold(page, `copy.csv is loaded already, as ${EXTRACTS[0]}.`);
  await see(source(page, 'sales')).toContainText('2,421');
  await asOf(page).fill(DAY);
  await runRecipe(page);
  await see(page.getByRole('heading', { level: 1, name: 'Insights' })).toBeVisible();

  const cards = (await insight(page, 'Insights of the week')).getByRole('listitem');
  await see(cards).toHaveCount(6);
  await see(cards.first()).toContainText('Warning');
  await see(cards.nth(1)).toContainText('from 2,859.80 in Sept 2026 to 3,760.90 in Oct 2026');
  const contacts = await insight(page, 'Whom to contact this week');
  const first = contacts.getByRole('row').nth(1);
  await see(first).toContainText('Personal outreach');
  await see(first).toContainText('Let somebody call or write in person');
  for (const card of await page.getByRole('main').getByRole('region').all())
    await card.scrollIntoViewIfNeeded();
  expect(await violations(page, 'Insights of sales')).toEqual([]);
  // Only the screen scrolls, not the window around it.
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
});

test('a mark opens its customers, and a customer the lines that the figure came from', async () => {
  const { page } = await openApp();
  await runSample(page);
  const contacts = await insight(page, 'Whom to contact this week');
  await contacts.getByRole('button', { name: 'Personal outreach' }).click();
  const behind = page.getByRole('dialog', { name: 'Whom to contact this week: Personal outreach' });
  await see(behind.getByText('13 records')).toBeVisible();
  await rows(behind.getByRole('grid')).first().getByRole('gridcell').first().dblclick();
  await see(story(page)).toContainText('customer 3009');
  const lines = page.getByRole('region', { name: 'Lines of sales' });
  await see(lines.getByRole('row', { name: /^104 sales_2024/ })).toContainText('89.90');
  const twice = lines.getByRole('row').filter({ hasText: '24567' });
  await see(twice.first()).toContainText(`Superseded in sales_line by ${EXTRACTS[1]}, line 63`);
  await see(twice.last()).toContainText('Counted in sales_line');
});

test('a cell of the grid is changed where it is looked at, and the next run has it', async () => {
  const { page } = await openApp();
  await runSample(page);
  const title = 'Customers by recency and frequency';
  const grid = await insight(page, title);
  await see(grid).toContainText('Champions');
  await see(grid.locator('svg').getByText('Champions')).toHaveCount(2);
  await grid.getByRole('button', { name: /^Edit Segment by recency/ }).click();
  const form = page.getByRole('dialog', { name: 'Segment by recency and frequency' });
  await form.getByLabel('Recency 5, Frequency 4').selectOption({ label: 'Loyal' });
  await form.getByRole('button', { name: 'Save' }).click();
  await seeTold(page, 'Saved. Run again to see it.');
  await page.getByRole('button', { name: 'Run again' }).click();
  await seeTold(page, /^Run 2 is done/);
  await see((await insight(page, title)).locator('svg').getByText('Champions')).toHaveCount(1);
  await goTo(page, 'Runs');
  await see(page.getByRole('main')).toContainText('2');
});

test('a chart is saved as a picture of either kind, and its data with exact figures', async () => {
  const { page } = await openApp();
  await runSample(page);
  const title = 'Revenue by month';
  const [png, image] = await saved(page, title, 'Picture (PNG)');
  expect([png, image.subarray(1, 4).toString()]).toEqual(['revenue-by-month.png', 'PNG']);
  const [svg, picture] = await saved(page, title, 'Picture (SVG)');
  expect(svg).toBe('revenue-by-month.svg');
  expect(picture.toString()).toContain('Change against the month before');
  const [csv, data] = await saved(page, title, 'Data (CSV)');
  expect(csv).toBe('revenue-by-month.csv');
  expect(data.toString().split('\n').slice(0, 3)).toEqual([
    ...['month,revenue,growth', '2024-11,4796.7,', '2024-12,6534,0.3622'],
  ]);
});
