import type { Page } from 'playwright';
import { source } from '../../e2e/app/pages/files.ts';
import { dialog, goTo } from '../../e2e/app/pages/frame.ts';
import { grid } from '../../e2e/app/pages/grid.ts';
import { RECORDS } from '../../e2e/app/pages/quarantine.ts';
import { untilPainted } from './browser.ts';

/** The rows of the grid that stands alone, and of the one in a drawer. */
export const ROWS = '[role="grid"] [role="rowgroup"] [role="row"]';
const DRAWER_ROWS = `[role="dialog"] ${ROWS}`;
const DRAWER_FIRST = `[role="dialog"] [role="grid"] [aria-rowindex="2"]`;
const COUNT = '[role="status"]';
const RECORDS_COUNT = `section[aria-label="${RECORDS}"] > div:first-child > ${COUNT}`;
const DRAWER_COUNT = `[role="dialog"] section > div:first-child > ${COUNT}`;

/** Figures of the funnel, by what stands on their buttons. */
const FIGURES = [/: in: .*Open them$/, /: dropped: .*Open them$/, /by this rule at all/];

/** Opens the records behind figures of the funnel: from the click until rows are painted. */
export async function openFigures(page: Page): Promise<readonly number[]> {
  await goTo(page, 'Funnel');
  const times: number[] = [];
  for (const name of FIGURES) {
    const figure = page.getByRole('button', { name }).first();
    await figure.scrollIntoViewIfNeeded();
    times.push(await untilPainted(page, { selector: DRAWER_ROWS }, () => figure.click()));
    await closeDrawer(page);
  }
  return times;
}

/** Opens the accepted records of the bookings, and leaves them open. */
export async function openRecords(page: Page): Promise<number> {
  await goTo(page, 'Files');
  const button = source(page, 'bookings').getByRole('button', { name: 'See the records' });
  await button.scrollIntoViewIfNeeded();
  return untilPainted(page, { selector: DRAWER_ROWS }, () => button.click());
}

/** Sorts the open records by a column without an index, both ways. */
export async function sortRecords(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let time = 0; time < 2; time++) {
    const head = page
      .getByRole('dialog')
      .getByRole('columnheader', { name: 'product_name' })
      .getByText('product_name');
    const unlike = await textOf(page, DRAWER_FIRST);
    times.push(await untilPainted(page, { selector: DRAWER_FIRST, unlike }, () => head.click()));
  }
  return times;
}

/** Searches the open records for a text: from the last key until other rows are painted. */
export async function searchRecords(page: Page, text: string): Promise<number> {
  const unlike = await textOf(page, DRAWER_COUNT);
  await page.getByRole('dialog').getByRole('textbox').first().focus();
  return untilPainted(page, { selector: DRAWER_COUNT, unlike }, () => page.keyboard.type(text));
}

export async function closeDrawer(page: Page): Promise<void> {
  await dialog(page, /.*/).getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Narrows the quarantine down by a click on a reason and on a text, and back. */
export async function clickFacets(page: Page): Promise<readonly number[]> {
  await goTo(page, 'Quarantine');
  await grid(page, RECORDS).waitFor();
  const times: number[] = [];
  const click = async (facet: string, name: string) => {
    const unlike = await textOf(page, RECORDS_COUNT);
    const choice = page
      .getByRole('region', { name: facet, exact: true })
      .getByRole('button', { name })
      .first();
    await choice.scrollIntoViewIfNeeded();
    times.push(await untilPainted(page, { selector: RECORDS_COUNT, unlike }, () => choice.click()));
  };
  await click('Reason', 'Not a number');
  // With this reason only one column has faults: nothing to be seen of it but the texts.
  await page
    .getByRole('region', { name: 'Column', exact: true })
    .getByRole('button', { name: 'booking_amount' })
    .click();
  await page.getByRole('region', { name: 'Text', exact: true }).waitFor();
  await click('Text', 'N/A');
  await click('Text', 'N/A');
  return times;
}

/** Searches the quarantine for a text, from the last key, and takes it back. */
export async function searchQuarantine(page: Page, text: string): Promise<number> {
  const box = page.getByRole('textbox', { name: `Search ${RECORDS}` });
  const unlike = await textOf(page, RECORDS_COUNT);
  await box.focus();
  const time = await untilPainted(page, { selector: RECORDS_COUNT, unlike }, () => page.keyboard.type(text));
  const searched = await textOf(page, RECORDS_COUNT);
  await untilPainted(page, { selector: RECORDS_COUNT, unlike: searched }, () =>
    page.keyboard.press('Escape'),
  );
  return time;
}

/** Looks an entity up by its key: from the click on who was found until the story is painted. */
export async function trace(page: Page, key: string): Promise<number> {
  await page.getByRole('combobox').fill(key);
  const option = page.getByRole('option').first();
  await option.waitFor();
  return untilPainted(page, { selector: 'article h2', like: key }, () => option.click());
}

async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().textContent()) ?? '';
}
