import { readFileSync } from 'node:fs';
import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { dialog, told } from './pages/frame.ts';
import { grid } from './pages/grid.ts';
import { seeSourcesReady } from './pages/home.ts';
import { pressAt, tabTo, typeInto } from './pages/keyboard.ts';
import { RECORDS, recordPanel } from './pages/quarantine.ts';
import { story } from './pages/trace.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

/** Counts in the page what a mouse or a finger would do there. */
const WATCH = `
  globalThis.pointed = [];
  for (const type of ['pointerdown', 'mousedown', 'mousemove', 'touchstart', 'wheel'])
    addEventListener(type, (event) => event.isTrusted && globalThis.pointed.push(type), true);
`;

test('the keyboard alone gets from the first start to the exported audience and a query', async () => {
  const { page } = await openApp();
  await page.evaluate(WATCH);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });

  await pressAt(page, button('Try it with sample files: Eligible audience'));
  await seeSourcesReady(page, 4);

  await page.keyboard.press('Control+2');
  await see(heading('Quarantine')).toBeVisible();
  await see(grid(page, RECORDS)).toBeVisible();
  await page.keyboard.press('Control+F');
  await page.keyboard.type('S533-1');
  await see(page.getByText('1 record', { exact: true })).toBeVisible();
  await pressAt(page, grid(page, RECORDS));
  await typeInto(page, page.getByRole('textbox', { name: 'New text for booking_amount' }), '12.50');
  await page.keyboard.press('Enter');
  await see(told(page, '1 record is changed: 1 is accepted now.')).toBeVisible();
  await see(recordPanel(page)).toContainText('Corrected, and accepted');
  await page.keyboard.press('Control+Z');
  await see(told(page, 'The latest correction is switched off: 1 record.')).toBeVisible();
  await page.keyboard.press('Control+Shift+Z');
  await see(told(page, 'The correction is switched on again: 1 record.')).toBeVisible();
  await pressAt(page, button('Close the record'));

  await page.keyboard.press('Control+F');
  await page.keyboard.press('Escape');
  await pressAt(page, button(/^Value is missing/), 'Space');
  await pressAt(page, button(/^booking_amount/), 'Space');
  await see(button(/^booking_amount/)).toHaveAttribute('aria-pressed', 'true');
  await pressAt(page, grid(page, RECORDS));
  await typeInto(page, page.getByRole('textbox', { name: 'New text for booking_amount' }), '10.00');
  await pressAt(page, button(/^Apply to all/));
  await see(told(page, /records are changed/)).toBeVisible();
  await pressAt(page, button('Close the record'));

  await pressAt(page, button(/^booking_amount/), 'Space');
  await pressAt(page, button('Set these aside…'));
  const asked = dialog(page, /aside\?$/);
  await see(asked.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('asked the supplier');
  await pressAt(page, asked.getByRole('button', { name: 'Set aside' }));
  await see(asked).toHaveCount(0);

  await page.keyboard.press('Control+Enter');
  await see(heading('Funnel')).toBeVisible();
  await see(page.getByRole('main')).toContainText('Balanced');
  await pressAt(page, button(/dropped here.*Suppressed on the day/));
  const behind = dialog(page, 'Dropped here: Suppressed on the day');
  await see(behind.getByRole('gridcell').first()).toBeVisible();
  await tabTo(page, behind.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await see(story(page)).toContainText('Suppressed on the day');
  await page.keyboard.press('Control+F');
  await page.keyboard.type('533');
  await see(page.getByRole('option').first()).toContainText('533');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await see(story(page)).toContainText('12.50');

  await page.keyboard.press('Control+3');
  await pressAt(page, page.getByRole('switch', { name: /^Account is closed/ }), 'Space');
  await see(page.getByRole('complementary', { name: 'What if?' })).toContainText('would come');

  await page.keyboard.press('Control+4');
  await pressAt(page, button('Export…'));
  const form = dialog(page, 'Export');
  await tabTo(page, form.getByRole('radio', { name: 'CSV, exact' }));
  const coming = page.waitForEvent('download');
  await pressAt(page, form.getByRole('button', { name: 'Write the file' }));
  const csv = readFileSync(await (await coming).path(), 'utf8');
  const exported = papaparse.parse<Record<string, string>>(csv.trimEnd(), { header: true }).data;
  expect(exported.find((each) => each.customer_id === '533')?.total_spend_last_365_days).toBe('12.50');
  await see(form.getByRole('article', { name: /^Receipt/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await see(form).toHaveCount(0);

  await page.keyboard.press('Control+K');
  await see(page.getByRole('textbox', { name: 'Command' })).toBeFocused();
  await page.keyboard.type('Go to Queries');
  await see(page.getByRole('textbox', { name: 'Command' })).toHaveValue('Go to Queries');
  await page.keyboard.press('Enter');
  await see(heading('Queries')).toBeVisible();
  await pressAt(page, button('New query'));
  await tabTo(page, page.getByRole('textbox', { name: 'Query, in SQL' }));
  await page.keyboard.type('select 41 + 1 as answer');
  await page.keyboard.press('Control+Enter');
  await see(page.getByRole('gridcell', { name: '42' })).toBeVisible();
  await page.keyboard.press('Escape');
  await tabTo(page, page.getByRole('grid'));

  await see(recordPanel(page)).toHaveCount(0);
  expect(await page.evaluate('globalThis.pointed')).toEqual([]);
});
