import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { exportAs } from './pages/audience.ts';
import { dropFiles, pick, source } from './pages/files.ts';
import { asOf, dialog, goTo, runButton, runRecipe, seeTold } from './pages/frame.ts';
import { grid, rows } from './pages/grid.ts';
import { openWorkspaceFile } from './pages/home.ts';
import { lookUp } from './pages/trace.ts';
import { violations } from './support/axe.ts';
import { householdWorkspace, PLACEHOLDER } from './support/household-workspace.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

/** The app with the workspace of two runs, the last of them to be taken with care. */
async function household(): Promise<Page> {
  const workspace = await householdWorkspace();
  const { page } = await openApp();
  await openWorkspaceFile(page, workspace);
  return page;
}

/** What is said over the screen of the last run. */
const banner = (page: Page) => page.getByRole('note', { name: 'Caution: run 2', exact: true });

test('that a run is to be taken with care is said on every screen, in the export and on its receipt', async () => {
  const page = await household();
  for (const step of ['Funnel', 'Audience', 'Trace', 'Insights', 'Runs', 'Queries', 'Files'] as const) {
    await goTo(page, step);
    await see(banner(page)).toContainText(PLACEHOLDER);
  }
  await goTo(page, 'Audience');
  await page.getByRole('button', { name: 'Export…' }).click();
  await see(dialog(page, 'Export').getByRole('note')).toContainText(PLACEHOLDER);
  expect(await violations(page, 'Export with a caution')).toEqual([]);
  await page.keyboard.press('Escape');
  const written = await exportAs(page, 'CSV, exact');
  await see(dialog(page, 'Export').getByRole('article', { name: /^Receipt of/ })).toContainText(PLACEHOLDER);
  // The key stands in no file of a run, and so is not written unless it is ticked.
  expect(readFileSync(written, 'utf8')).toBe(
    'email,purchases,amount,last_bought_at\none@x.example,0,0.00,\n' +
      'two@x.example,2,1234577.50,2026-11-19T08:05:00Z\nthree@x.example,1,2.00,\n',
  );
});

test('in the list of runs, in a comparison and on its own page a run carries its caution, and another does not', async () => {
  const page = await household();
  await goTo(page, 'Runs');
  const list = page.getByRole('region', { name: 'All runs' });
  await see(list.getByRole('row', { name: /Run 2/ })).toContainText(`Caution: ${PLACEHOLDER}`);
  await see(list.getByRole('row', { name: /Run 1/ })).not.toContainText('Caution');
  await see(list.getByText('Without support_chats')).toHaveCount(2);
  const compared = page.getByRole('region', { name: 'From run 1 to run 2' });
  await see(compared.getByRole('note')).toContainText(`Take run 2 with care: ${PLACEHOLDER}`);
  expect(await violations(page, 'Runs with a caution')).toEqual([]);
  // Of a later run nothing is said of the one before.
  await runAgainByMap(page);
  await see(banner(page)).toHaveCount(0);
  await goTo(page, 'Runs');
  await page.getByRole('region', { name: 'All runs' }).getByRole('link', { name: 'Run 2' }).click();
  await see(page.getByRole('main').getByRole('note')).toContainText(`Take run 2 with care: ${PLACEHOLDER}`);
  await see(page.getByRole('main')).toContainText('support_chats, as asked');
  await page.getByRole('link', { name: 'Show in Funnel' }).click();
  await see(page.getByRole('main').getByRole('note').first()).toContainText(PLACEHOLDER);
});

/** Runs by the map, without the file that is not there. */
async function runAgainByMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: '1 file missing' }).click();
  await page.getByRole('checkbox', { name: 'Run without support_chats' }).check();
  await page.keyboard.press('Escape');
  await runRecipe(page);
}

test('a parameter that takes certain values is a choice, and one that warns says so before the run and in a what-if', async () => {
  const page = await household();
  await page.getByRole('button', { name: 'Parameters' }).click();
  const asked = page.getByRole('dialog');
  await pick(page, asked, 'Identity', 'positional');
  await see(asked.getByRole('note')).toContainText(PLACEHOLDER);
  expect(await violations(page, 'Parameters')).toEqual([]);
  await pick(page, asked, 'Identity', 'map');
  await see(asked.getByRole('note')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await goTo(page, 'Funnel');
  const trial = page.getByRole('complementary', { name: 'What if?' });
  await see(trial.getByRole('note')).toHaveCount(1);
  await trial.getByRole('button', { name: 'Try these values' }).click();
  await see(trial).toContainText('instead of 4');
  await see(trial.getByRole('note')).toHaveCount(2);
  await pick(page, trial, 'Identity', 'map');
  await trial.getByLabel('Least amount').fill('5');
  await trial.getByRole('button', { name: 'Try these values' }).click();
  await see(trial).toContainText('2 fewer');
  await see(trial.getByRole('note')).toHaveCount(0);
});

test('without a file a run is made once the user leaves the source out, and with it no more', async () => {
  const page = await household();
  await goTo(page, 'Files');
  const missing = source(page, 'support_chats');
  await see(runButton(page)).toHaveAttribute('aria-disabled', 'true');
  await see(missing.getByRole('checkbox', { name: 'Run without it' })).not.toBeChecked();
  await missing.getByRole('checkbox', { name: 'Run without it' }).check();
  await see(missing).toContainText('To be left out');
  expect(await violations(page, 'Files with a source left out')).toEqual([]);
  await runRecipe(page);
  await see(page.getByRole('heading', { level: 1, name: 'Funnel' })).toBeVisible();
  await see(page.getByRole('main')).toContainText(
    'Made without support_chats, as asked: it counts as empty.',
  );
  await goTo(page, 'Audience');
  await see(page.getByRole('main')).toContainText('made without support_chats');

  await dropFiles(page, { 'support_chats.csv': 'id\n1\n' });
  await seeTold(page, '1 file is loaded.');
  await see(page.getByRole('button', { name: /missing|Without 1 file/ })).toHaveCount(0);
  await runRecipe(page);
  await goTo(page, 'Funnel');
  await see(page.getByRole('main')).not.toContainText('Made without');
});

test('a full join says what stands in it alone, and opens those rows', async () => {
  const page = await household();
  await goTo(page, 'Funnel');
  const joins = page.getByRole('region', { name: 'Full joins' });
  await see(joins).toContainText('person_card, in which each row of both stands once');
  await joins.getByRole('button', { name: /person_card: buyer alone/ }).click();
  const behind = dialog(page, 'person_card: buyer alone');
  await see(rows(behind.getByRole('grid'))).toHaveCount(1);
  await see(behind.getByRole('grid')).toContainText('7.25');
  await page.keyboard.press('Escape');
  expect(await violations(page, 'Funnel with a full join')).toEqual([]);
  await goTo(page, 'Runs');
  await page.getByRole('link', { name: 'Run 2' }).first().click();
  await see(page.getByRole('region', { name: 'Full join: person_card' }).getByRole('row')).toHaveCount(3);
});

test('lists that share the audience stand in tabs with their figures, typed values as a person reads them', async () => {
  const page = await household();
  await goTo(page, 'Funnel');
  await page.getByRole('link', { name: 'Unknown people: 1. Open it' }).click();
  await see(page.getByRole('tab', { name: 'Unknown people 1' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Known people 3' }).click();
  const list = grid(page, 'Known people');
  await see(list).toContainText('1,234,577.50');
  await see(list).toContainText('2026-11-19 08:05:00 UTC');
  await see(list).toContainText('003');
  expect(await violations(page, 'Audience of two lists')).toEqual([]);
  await goTo(page, 'Trace');
  const told = await lookUp(page, '4');
  await see(told).toContainText('in unknown.csv');
  await see(told).toContainText('2026-11-01 08:00:00 UTC');
});

test('what a run left for later ones is taken out with a question and put back, and a day to come is asked about', async () => {
  const page = await household();
  await goTo(page, 'Runs');
  const kept = page.getByRole('region', { name: 'Kept in earlier_day' });
  await see(kept.getByRole('row')).toHaveCount(3);
  await kept.getByRole('button', { name: 'Take out… run 1' }).click();
  const asked = dialog(page, 'Take run 1 out of earlier_day?');
  await see(asked).toContainText('Later runs then do not see the 4 rows');
  await asked.getByRole('button', { name: 'Take it out' }).click();
  await seeTold(page, 'Run 1 is taken out of earlier_day. It can be put back.');
  await see(page.getByText('What run 1 left in earlier_day was taken out since.')).toBeVisible();
  await see(kept).toContainText('No, taken out');
  expect(await violations(page, 'History')).toEqual([]);
  await kept.getByRole('button', { name: 'Put back run 1' }).click();
  await seeTold(page, 'Run 1 is put back into earlier_day.');
  await see(page.getByText('These figures are out of date:')).toHaveCount(0);

  await asOf(page).fill('2999-12-31');
  await page.getByRole('button', { name: '1 file missing' }).click();
  await page.getByRole('checkbox', { name: 'Run without support_chats' }).check();
  await page.keyboard.press('Escape');
  await runButton(page).click();
  const future = dialog(page, 'Run as of 31 Dec 2999?');
  await future.getByRole('button', { name: 'Leave it' }).click();
  await see(future).toHaveCount(0);
  await see(kept.getByRole('row')).toHaveCount(3);
  await runButton(page).click();
  await future.getByRole('button', { name: 'Run as of that day' }).click();
  await seeTold(page, /^Run 3 is done/);
  await see(kept.getByRole('row', { name: /Run 3/ })).toContainText('still to come');
});
