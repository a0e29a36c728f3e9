import type { Locator, Page } from 'playwright';
import { see } from '../support/see.ts';

/** A table of the app by its label. */
export function grid(within: Page | Locator, label: string | RegExp): Locator {
  return within.getByRole('grid', { name: label });
}

/** Its rows on screen, without the header. */
export function rows(table: Locator): Locator {
  return table.getByRole('row').filter({ has: table.page().getByRole('gridcell') });
}

/** Searches a table and waits until it says how many rows that leaves. */
export async function search(page: Page, label: string, text: string, count: string): Promise<void> {
  await page.getByRole('textbox', { name: `Search ${label}` }).fill(text);
  await see(page.getByRole('region', { name: label }).getByRole('status').first()).toHaveText(count);
}
