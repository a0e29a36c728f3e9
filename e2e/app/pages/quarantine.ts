import type { Locator, Page } from 'playwright';
import { see } from '../support/see.ts';
import { dialog } from './frame.ts';
import { grid, rows, search } from './grid.ts';

export const RECORDS = 'Quarantined records';

/** The panel with all of one record. */
export function recordPanel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Record' });
}

/** Chooses a value at the side, by which the records are narrowed down. */
export async function narrow(page: Page, facet: string, value: string): Promise<void> {
  const choice = page.getByRole('region', { name: facet, exact: true }).getByRole('button', { name: value });
  await choice.first().click();
  await see(choice.first()).toHaveAttribute('aria-pressed', 'true');
}

/** Opens the only record with a text. */
export async function openRecord(page: Page, text: string): Promise<Locator> {
  await search(page, RECORDS, text, '1 record');
  await rows(grid(page, RECORDS)).first().getByRole('gridcell').first().dblclick();
  await see(recordPanel(page)).toBeVisible();
  return recordPanel(page);
}

/** Sets aside all records that are shown, with a note. */
export async function setTheseAside(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Set these aside…' }).click();
  const asked = dialog(page, /^Set .* aside\?$/);
  await asked.getByRole('textbox', { name: 'Note' }).fill(note);
  await asked.getByRole('button', { name: 'Set aside' }).click();
  await see(asked).toHaveCount(0);
}
