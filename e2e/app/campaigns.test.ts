import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { apiOf } from '../../electron/web/testing/api-of.ts';
import { exportAs } from './pages/audience.ts';
import { dropFiles } from './pages/files.ts';
import { asOf, dialog, goTo, runRecipe } from './pages/frame.ts';
import { bigFunnel, groups, showGroupsAs } from './pages/funnel.ts';
import { grid, rows } from './pages/grid.ts';
import { newWorkspace, openWorkspaceFile, seeSourcesReady } from './pages/home.ts';
import { tabTo } from './pages/keyboard.ts';
import { publishRun, takeRunBack } from './pages/publishing.ts';
import { lookUp, story } from './pages/trace.ts';
import { violations } from './support/axe.ts';
import { CAMPAIGN_DAY, CAMPAIGN_FILES } from './support/campaign-files.ts';
import { type App, openApp } from './support/open-app.ts';
import { see } from './support/see.ts';
import { unbalancedWorkspace } from './support/unbalanced.ts';

/** The app with the small campaign, run on its day, at its funnel. */
async function openCampaign(): Promise<App> {
  const app = await openApp();
  const { page } = app;
  await newWorkspace(page, 'Campaign targets');
  await dropFiles(page, CAMPAIGN_FILES);
  await seeSourcesReady(page, 7);
  await asOf(page).fill(CAMPAIGN_DAY);
  await runRecipe(page);
  await see(page.getByRole('heading', { level: 1, name: 'Funnel' })).toBeVisible();
  return app;
}

/** The workspace that was opened last, for the calls behind the page. */
async function calls(url: string) {
  const { api } = await apiOf(url);
  const [recent] = (await api.workspaces.home()).recents;
  return { api, workspace: recent?.path ?? '' };
}

/** How many rows an open drawer says that it has. */
async function seeCount(page: Page, title: string | RegExp, count: string): Promise<void> {
  const behind = dialog(page, title);
  await see(behind.getByRole('status').first()).toHaveText(count);
  await behind.getByRole('button', { name: 'Close' }).click();
  await see(behind).toHaveCount(0);
}

test('each solution has its funnel, as a line of a table, as a chart and in full; every figure opens its leads', async () => {
  const { page, host } = await openCampaign();
  const { api, workspace } = await calls(host.url);
  const { by = [] } = (await api.runs.get({ workspace, run: 1 })).reconciliation;
  expect(by).toHaveLength(32);
  const section = groups(page);
  await see(section.getByRole('status')).toHaveText('32 solutions');
  await see(section.getByRole('row')).toHaveCount(1 + 24);
  await section.getByRole('button', { name: 'Show more: 8 are left' }).click();
  await see(section.getByRole('row')).toHaveCount(1 + 32);

  for (const { solution_id: id, outcome, stages } of by.filter((each) => each.outcome.entered > 0)) {
    const button = (name: string) => section.getByRole('button', { name: `${id}: ${name}. Open them` });
    await see(button(`entered: ${outcome.entered}`)).toBeVisible();
    await see(button(`delivered: ${outcome.delivered}`)).toBeVisible();
    const excluded = stages.find(({ stage }) => stage === 'configurable_exclusions')?.dropped ?? 0;
    await button(`Configured exclusions: dropped: ${excluded}`).click();
    await seeCount(
      page,
      `Dropped: Configured exclusions, ${id}`,
      `${excluded} lead${excluded === 1 ? '' : 's'}`,
    );
  }

  await section.getByRole('button', { name: 'Entered', exact: true }).click();
  await see(section.getByRole('columnheader', { name: 'Entered' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await see(section.getByRole('rowheader').first()).toHaveText(/^S1/);
  await section.getByRole('textbox', { name: 'Search the solutions' }).fill('s2');
  await see(section.getByRole('status')).toHaveText('1 solution of 32 solutions');
  await see(section.getByRole('row')).toHaveCount(2);

  await showGroupsAs(page, 'Charts');
  await section.getByText('Each its own').click();
  await see(page).toHaveURL(/groups=charts/);
  await section.getByRole('button', { name: /^S2: delivered: / }).click();
  const delivered = by.find((each) => each.solution_id === 'S2')?.outcome.delivered ?? 0;
  await seeCount(page, 'Delivered: S2', `${delivered} lead${delivered === 1 ? '' : 's'}`);

  await section.getByRole('button', { name: 'S2', exact: true }).click();
  await see(page).toHaveURL(/group=%5B%22S2%22%5D/);
  const funnel = bigFunnel(page);
  await see(funnel.getByRole('heading', { level: 2 })).toHaveText(/solution S2$/);
  await see(funnel.getByRole('heading', { level: 2 })).toBeFocused();
  await see(funnel.getByRole('switch')).toHaveCount(0);
  await see(page.getByRole('complementary', { name: 'What if?' })).toContainText(
    'cannot be tried on one solution',
  );
  // A reason that stands in the data is shown as it is written there.
  await funnel.getByRole('button', { name: /dropped here.*Not in this COUNTRY$/ }).click();
  await seeCount(page, 'Dropped here: Not in this COUNTRY, S2', '1 lead');
  await page.reload();
  await see(bigFunnel(page).getByRole('heading', { level: 2 })).toHaveText(/solution S2$/);
  await bigFunnel(page).getByRole('button', { name: 'Show all solutions' }).click();
  await see(funnel.getByRole('switch').first()).toBeVisible();
});

test('the figures of the solutions are walked with the arrow keys', async () => {
  const { page } = await openCampaign();
  const section = groups(page);
  await section.getByRole('textbox', { name: 'Search the solutions' }).fill('S');
  const figure = (name: RegExp) => section.getByRole('button', { name });
  await tabTo(page, section.getByRole('button', { name: 'S1', exact: true }));
  await page.keyboard.press('ArrowRight');
  await see(figure(/^S1: entered/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await see(figure(/^S2: entered/)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await see(section.getByRole('button', { name: 'Entered', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await see(dialog(page, 'Entered: S1')).toBeVisible();
});

test('tables that are derived say what they took, what they left out and how they joined', async () => {
  const { page } = await openCampaign();
  const derived = page.getByRole('region', { name: 'Derived tables' });
  await derived.getByRole('heading', { name: 'Derived tables' }).click();
  const joins = derived.getByRole('list', { name: 'Joins of lead_offer' });
  await see(joins).toContainText(
    /join to \w+ by solution_id, segment:\s+n:1 as expected, \d+ matched, \d+ without/,
  );
  await derived.getByRole('button', { name: /^lead: rows: 11\. / }).click();
  await seeCount(page, 'lead', '11 records');
  await derived
    .getByRole('button', { name: /: left out: / })
    .first()
    .click();
  await see(rows(dialog(page, /^Left out of /).getByRole('grid')).first()).toBeVisible();
});

test('a run is published, known to later runs, and taken back', async () => {
  const { page } = await openCampaign();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('textbox', { name: 'Command' }).fill('publish');
  await page.keyboard.press('Enter');
  await see(dialog(page, 'Publish run 1?')).toBeVisible();
  await page.keyboard.press('Escape');
  await publishRun(page, 1);
  const badge = page.getByText(/Published \d/);
  await see(page.getByRole('banner').getByText(/Published \d/)).toBeVisible();
  await see(badge).toHaveCount(1);

  await asOf(page).fill('2026-11-21');
  await runRecipe(page);
  await goTo(page, 'Funnel');
  await see(badge).toHaveCount(0);
  await see(bigFunnel(page)).toContainText(/3 dropped here.*Contacted within the cooldown/);
  await goTo(page, 'Runs');
  await see(page.getByRole('columnheader', { name: 'Published' })).toBeVisible();
  const bySolution = page.getByRole('region', { name: 'Delivered by both runs, by solution' });
  await see(bySolution.getByRole('rowheader').first()).toHaveText('I10Idle');
  await page.getByRole('switch', { name: 'Most changed first' }).click();
  await see(bySolution.getByRole('row', { name: /^S1 / })).toContainText('−2');
  await see(bySolution.getByRole('rowheader').first()).toHaveText(/^S1/);

  await page.getByRole('link', { name: 'Run 1' }).click();
  await see(page.getByRole('main').getByText(/Published \d/)).toBeVisible();
  await takeRunBack(page, 1);
  await see(page.getByRole('main').getByText(/Published \d/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await see(dialog(page, 'Publish run 1?')).toContainText('It is not the last run: that is run 2.');
});

test('a run that does not balance is not published', async () => {
  const { page } = await openApp();
  await openWorkspaceFile(page, await unbalancedWorkspace());
  await goTo(page, 'Audience');
  await page.getByRole('button', { name: 'Publish…' }).click();
  const refused = dialog(page, 'Run 1 cannot be published');
  await see(refused).toContainText('The sums of this run do not agree');
  await see(refused.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
  await refused.getByRole('button', { name: 'Leave it' }).click();
  await see(refused).toHaveCount(0);
});

test("a list that a run does not write is a tab like the others, and a lead is found by either part of its key or its client's email", async () => {
  const { page } = await openCampaign();
  await goTo(page, 'Audience');
  await page.getByRole('tab', { name: 'Buffer' }).click();
  await see(rows(grid(page, 'Buffer')).first()).toContainText('complaint');
  expect(await exportAs(page, 'CSV, exact')).toMatch(/buffer-2026-11-20\.csv$/);
  await dialog(page, 'Export').getByRole('button', { name: 'Close' }).last().click();

  await goTo(page, 'Trace');
  const box = page.getByRole('combobox', { name: 'Find a lead' });
  await see(box).toHaveAttribute('placeholder', 'solution_id, client_id, email, or part of any');
  await see(page.getByRole('main')).toContainText(
    'An email or another text of clients finds every lead with its client_id.',
  );
  await box.fill('3');
  await see(page.getByRole('option').filter({ hasText: 'S1, 3' })).toBeVisible();
  await see(page.getByRole('option').filter({ hasText: 'S2, 3' })).toBeVisible();
  await box.fill('S2');
  await see(page.getByRole('option')).toHaveCount(3);
  await box.fill('THREE@x.example');
  await see(page.getByRole('option')).toHaveCount(2);
  await see(page.getByRole('option').nth(0)).toContainText('S1, 3email: three@x.example');
  await see(page.getByRole('option').nth(1)).toContainText('S2, 3email: three@x.example');
  // As two cells of a table are copied.
  await box.fill('S2\t5');
  await see(page.getByRole('option').filter({ hasText: 'S2, 5' })).toBeVisible();
  await see(await lookUp(page, 'S2, 5')).toContainText('Not in this COUNTRY');
  await see(story(page).getByRole('heading', { level: 2 }).first()).toHaveText('lead S2, 5');
  await see(story(page)).toContainText('lead_offer');
});

test('groups, published runs and the dialogs about them are accessible in light and dark', async () => {
  const { page } = await openCampaign();
  const found: string[] = [];
  const look = async (where: string) => {
    found.push(...(await violations(page, where)));
  };
  await look('Funnel, by solution');
  await showGroupsAs(page, 'Charts');
  await look('Funnel, charts');
  await groups(page).getByRole('textbox', { name: 'Search the solutions' }).fill('S');
  await groups(page).getByRole('button', { name: 'S1', exact: true }).click();
  await look('Funnel, of a solution');
  await goTo(page, 'Audience');
  await page.getByRole('button', { name: 'Publish…' }).click();
  await look('Publish');
  await page.keyboard.press('Escape');
  await publishRun(page, 1);
  await look('Audience, published');
  await page.getByRole('button', { name: 'Take back…' }).click();
  await look('Take back');
  await page.keyboard.press('Escape');
  await runRecipe(page);
  await goTo(page, 'Runs');
  await look('Runs, by solution');
  await page.getByRole('link', { name: 'Run 1' }).click();
  await look('A run, published');
  await goTo(page, 'Trace');
  await page.getByRole('combobox', { name: 'Find a lead' }).fill('S1');
  await see(page.getByRole('option').first()).toBeVisible();
  await look('Trace, found');
  expect(found).toEqual([]);
});
