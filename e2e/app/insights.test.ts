import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { dialog, goTo } from './pages/frame.ts';
import { grid } from './pages/grid.ts';
import { openWorkspaceFile } from './pages/home.ts';
import { violations } from './support/axe.ts';
import { chartWorkspace } from './support/chart-workspace.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

/** The part of the screen with one insight. */
function card(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

const TITLES = [
  ...['Advice', 'Revenue', 'Stages', 'Grid', 'Triangle', 'Segments'],
  ...['Monitor', 'Unopened', 'Adoption', 'Totals'],
];

async function openInsights(): Promise<Page> {
  const { page } = await openApp();
  await openWorkspaceFile(page, await chartWorkspace());
  await goTo(page, 'Insights');
  for (const title of TITLES) {
    await card(page, title).scrollIntoViewIfNeeded();
    await see(card(page, title).getByRole('button', { name: `Save ${title}` })).toBeVisible();
  }
  return page;
}

/** Closes the records that are open, and answers their title. */
async function seenRecords(page: Page, rows: number): Promise<string> {
  const title = await page.getByRole('dialog').getByRole('heading').first().innerText();
  await see(dialog(page, title).getByText(`${rows} records`)).toBeVisible();
  await page.keyboard.press('Escape');
  await see(page.getByRole('dialog')).toHaveCount(0);
  return title;
}

/** What a menu of Save hands over. */
async function saved(page: Page, title: string, item: string): Promise<string> {
  await card(page, title)
    .getByRole('button', { name: `Save ${title}` })
    .click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

test('cards come first, in the order of the query, each with its severity in words', async () => {
  const page = await openInsights();
  await see(page.getByRole('region').first()).toHaveAccessibleName('Advice');
  expect(await card(page, 'Advice').getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/Info\s+Repeat rate\s+41\.0%\s+Some came back\./),
    expect.stringMatching(/Alert\s+Revenue change\s+-23\.4%/),
    expect.stringMatching(/Warning\s+Risk\s+–\s+Nobody can say\./),
  ]);
  await card(page, 'Advice').getByRole('button', { name: 'Open records of Repeat rate' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await seenRecords(page, 3)).toBe('Advice: Revenue change');
});

test('the arrow keys go from mark to mark of every chart, and Enter opens what is behind', async () => {
  const page = await openInsights();
  const first = (title: string) => card(page, title).locator('svg [tabindex="0"]');
  const open = async (title: string, ...keys: readonly string[]) => {
    await first(title).focus();
    for (const key of [...keys, 'Enter']) await page.keyboard.press(key);
    return await seenRecords(page, 3);
  };
  expect(await open('Revenue', 'ArrowRight', 'ArrowUp')).toBe('Revenue: Feb 2026, Growth: -102.0%');
  expect(await open('Stages', 'ArrowRight', 'ArrowUp')).toBe('Stages: Feb 2026, active: 7');
  expect(await open('Grid', 'ArrowRight')).toBe('People of recency 2, frequency 3: 9');
  await card(page, 'Segments').getByRole('button', { name: 'loyal' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await seenRecords(page, 3)).toBe('Segments: asleep');
});

test('a wide heat map is scrolled to the cell that the keys come to, and its rows keep their names', async () => {
  const page = await openInsights();
  const triangle = card(page, 'Triangle');
  await triangle.locator('svg [tabindex="0"]').focus();
  await page.keyboard.press('End');
  await see(triangle.locator('svg [tabindex="0"]')).toHaveAccessibleName(
    'Retention of cohort 0, months after 59: 1.7%',
  );
  await see(triangle.locator('svg [tabindex="0"]')).toBeInViewport();
  const names = triangle.locator('svg[aria-hidden="true"]').last();
  await see(names).toBeInViewport();
});

test('a status grid says its sentence to a key and to the mouse, and its cells open what is behind', async () => {
  const page = await openInsights();
  const monitor = card(page, 'Monitor');
  const current = monitor.locator('td [tabindex="0"]');
  await see(current).toHaveAccessibleName(
    'volume, user_profile: OK, 12,345. user_profile has a volume like before. Open the records',
  );
  await current.focus();
  await page.keyboard.press('ArrowRight');
  await see(current).toBeFocused();
  const failed = 'volume, user_activity: Failed, 12,024';
  await see(current).toHaveAccessibleName(new RegExp(`^${failed}`));
  await see(monitor.getByText('user_activity has a volume like before.')).toBeVisible();
  await page.keyboard.press('Enter');
  expect(await seenRecords(page, 3)).toBe(`Monitor: ${failed}`);
  await monitor.getByRole('button', { name: /^rejected, engagement_score: Warning/ }).hover();
  await see(monitor.getByText('A share of 0.0170 was rejected.')).toBeVisible();
  const legend = monitor.getByRole('list', { name: 'Status' });
  await see(legend.getByRole('listitem')).toHaveText(['OK 48', 'Warning 1', 'Failed 2']);
  const unopened = card(page, 'Unopened');
  await see(unopened.getByRole('button', { name: /volume/ })).toHaveCount(0);
  await see(unopened.getByRole('img', { name: /^user_activity, volume: Failed/ })).toBeVisible();
});

test('a wide status grid is scrolled to the cell that the keys come to, past a cell that is not there, and keeps its names', async () => {
  const page = await openInsights();
  await page.setViewportSize({ width: 800, height: 800 });
  const monitor = card(page, 'Monitor');
  const current = monitor.locator('td [tabindex="0"]');
  await current.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  await see(current).toHaveAccessibleName(/^freshness, retention_action: /);
  await page.keyboard.press('End');
  await see(current).toHaveAccessibleName(/^freshness, region_thresholds: /);
  await see(current).toBeInViewport({ ratio: 1 });
  await see(monitor.getByRole('rowheader', { name: 'freshness' })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Home');
  const [header, cell] = [monitor.getByRole('rowheader', { name: 'freshness' }), current];
  const [left, first] = [await header.boundingBox(), await cell.boundingBox()];
  expect(first?.x ?? 0).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? 0));
});

test('a heat map of many rows by few columns names each of them, and says its colours as percentages', async () => {
  const page = await openInsights();
  const adoption = card(page, 'Adoption');
  await see(adoption.getByRole('img', { name: /^Colours: Adoption from 0\.0% to \d+\.\d%$/ })).toBeVisible();
  for (const width of [1280, 800]) {
    await page.setViewportSize({ width, height: 800 });
    for (const words of ['North', 'Highlands', 'Territory', 'Coast', 'feature_number_30'])
      await see(adoption.locator('svg[data-picture] text', { hasText: words }).first()).toBeVisible();
  }
});

test('each chart says in words what it shows, and its table has all of its data', async () => {
  const page = await openInsights();
  const group = (title: string) => card(page, title).getByRole('group', { name: new RegExp(`^${title}: `) });
  await see(group('Revenue')).toHaveAccessibleName(/^Revenue: a bar chart with a line\./);
  await see(group('Revenue')).toHaveAccessibleDescription(
    /^Revenue: first 100\.10 \(Jan 2026\), last 123\.45/,
  );
  await see(group('Monitor')).toHaveAccessibleDescription(
    /^4 by 13 \(Check by Source\): OK 48, Warning 1, Failed 2\. volume, user_activity: Failed, 12,024\./,
  );
  await see(group('Grid')).toHaveAccessibleDescription(
    '2 rows (Recency) by 3 columns (Frequency), 3 cells. People: least 0 (recency 1, frequency 1), most 9 (recency 2, frequency 3).',
  );
  await card(page, 'Revenue').getByRole('button', { name: 'Show as table' }).click();
  await see(grid(page, 'Revenue').getByRole('gridcell', { name: '-102.0%' })).toBeVisible();
  await card(page, 'Advice').getByRole('button', { name: 'Show as table' }).click();
  await see(grid(page, 'Advice').getByRole('gridcell', { name: 'repeat_rate' })).toBeVisible();
});

test('data are saved with exact figures, and a heat map as a picture with its colours', async () => {
  const page = await openInsights();
  expect(await saved(page, 'Revenue', 'Data (CSV)')).toBe(
    'month,revenue,growth\n2026-01,100.1,\n2026-02,-2,-1.02\n2026-03,123.45,\n',
  );
  expect(await saved(page, 'Segments', 'Data (CSV)')).toContain('loyal,1234567.89,0.1234,Thank them first.');
  const picture = await saved(page, 'Grid', 'Picture (SVG)');
  for (const words of ['Champions', 'Spend 100.10', 'from 0', 'Recency']) expect(picture).toContain(words);
  expect(picture).not.toMatch(/light-dark|var\(--/);
  const grid = await saved(page, 'Monitor', 'Picture (SVG)');
  const words = ['Monitor', 'Failed', '12,024', 'thresholds', '↓ Check', '→ Source'];
  expect(words.filter((each) => !grid.includes(each))).toEqual([]);
  expect(/light-dark|var\(--|currentcolor/i.exec(grid)).toBeNull();
  expect(await saved(page, 'Monitor', 'Data (CSV)')).toContain(
    '\nuser_activity,volume,fail,12024,user_activity has a volume like before.\n',
  );
  await card(page, 'Advice').getByRole('button', { name: 'Save Advice' }).click();
  await see(page.getByRole('menuitem', { name: 'Picture (PNG)' })).toBeDisabled();
});

test('every kind of chart, a focused mark and a table are accessible in light and dark', async () => {
  const page = await openInsights();
  const found = [...(await violations(page, 'Insights of every kind'))];
  await card(page, 'Grid').locator('svg [tabindex="0"]').focus();
  found.push(...(await violations(page, 'A cell that is focused')));
  await card(page, 'Monitor').locator('td [tabindex="0"]').focus();
  found.push(...(await violations(page, 'A status that is focused')));
  await card(page, 'Segments').getByRole('button', { name: 'Show as table' }).click();
  found.push(...(await violations(page, 'A table')));
  expect(found).toEqual([]);
});
