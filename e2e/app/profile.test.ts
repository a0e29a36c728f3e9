import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { goTo } from './pages/frame.ts';
import { openWorkspaceFile } from './pages/home.ts';
import { lookUp, story } from './pages/trace.ts';
import { violations } from './support/axe.ts';
import { chartWorkspace } from './support/chart-workspace.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

async function openTrace(id: string): Promise<Page> {
  const { page } = await openApp({ permissions: ['clipboard-read', 'clipboard-write'] });
  await openWorkspaceFile(page, await chartWorkspace());
  await goTo(page, 'Trace');
  await lookUp(page, id);
  return page;
}

const profile = (page: Page) => page.getByRole('region', { name: 'Profile', exact: true });
const card = (page: Page, name: string) => profile(page).getByRole('region', { name, exact: true });

test('over the story stands what one person is like, the fields first, as the user writes values', async () => {
  const page = await openTrace('1');
  await see(card(page, 'Scores').getByRole('group', { name: /^Scores: a line chart/ })).toBeVisible();
  expect(await profile(page).getByRole('heading').allInnerTexts()).toEqual([
    ...['Who they are', 'Visits', 'Scores', 'Broken'],
  ]);
  const who = card(page, 'Who they are');
  const valueUnder = (name: string) =>
    who.locator('dl > div', { has: page.getByText(name, { exact: true }) }).getByRole('definition');
  for (const [name, value] of [
    ['Person', '1'],
    ['Spend', '1.50'],
    ['Share of all spend', '12.3%'],
    ['Here since', '29 Feb 2024'],
    ['Last seen', '19 Nov 2026, 14:05:09 UTC'],
    ['Active', 'Yes'],
    ['Phone', '–'],
  ] as const) {
    await see(valueUnder(name)).toHaveText(value);
  }
  const visits = card(page, 'Visits').getByRole('row');
  await see(visits).toHaveCount(41);
  await see(visits.nth(1)).toHaveText('2 Jan 2026page 11.50Yes');
  const [above, below] = [
    await profile(page).boundingBox(),
    await story(page).getByRole('status').boundingBox(),
  ];
  expect(above?.y ?? 0).toBeLessThan(below?.y ?? 0);
});

test('of somebody else it is asked anew: what there is nothing of says so, and a query that fails does not hide the rest', async () => {
  const page = await openTrace('3');
  await see(card(page, 'Visits')).toContainText('There is nothing here of this person.');
  await lookUp(page, '2');
  await see(card(page, 'Broken').getByRole('alert')).toContainText(
    'Broken: words is "many", which is no number.',
  );
  await see(card(page, 'Who they are').getByRole('definition').first()).toHaveText('2');
  await see(card(page, 'Visits').getByRole('row')).toHaveCount(41);
});

test('Ctrl+C in a card copies it as text, and what is selected where something is', async () => {
  const page = await openTrace('1');
  const copied = async () => {
    await page.keyboard.press('ControlOrMeta+c');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const fields = card(page, 'Who they are').getByRole('region', { name: /Ctrl\+C/ });
  await fields.focus();
  expect(await copied()).toBe(
    [
      ...['Person\t1', 'Email\tann.long-name.of-the-household@subdomain.example.org', 'Spend\t1.50'],
      ...['Share of all spend\t12.3%', 'Here since\t29 Feb 2024', 'Last seen\t19 Nov 2026, 14:05:09 UTC'],
      ...['Active\tYes', 'Phone\t–'],
    ].join('\n'),
  );
  await see(page.getByText('Who they are is copied.')).toBeVisible();
  await card(page, 'Visits').getByRole('group').focus();
  expect((await copied()).split('\n').slice(0, 2)).toEqual([
    'Day\tPage\tSpend\tKept',
    '2 Jan 2026\tpage 1\t1.50\tYes',
  ]);
  await fields.getByText('29 Feb 2024').dblclick();
  expect(await copied()).not.toContain('\t');
});

test('a profile is accessible in light and dark, also with text at 200%', async () => {
  const page = await openTrace('1');
  await see(card(page, 'Scores').locator('svg [tabindex="0"]')).toHaveCount(1);
  const found = [...(await violations(page, 'Profile'))];
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  found.push(...(await violations(page, 'Profile at 200%')));
  expect(found).toEqual([]);
  const sideways = await profile(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(sideways).toBeLessThanOrEqual(1);
});
