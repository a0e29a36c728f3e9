import type { Locator, Page } from 'playwright';
import { see } from '../support/see.ts';

/** The story that is shown. */
export function story(page: Page): Locator {
  return page.getByRole('article');
}

/** Looks somebody up by a text, and opens the first who is found. */
export async function lookUp(page: Page, text: string): Promise<Locator> {
  await page.getByRole('combobox').fill(text);
  await page.getByRole('option').first().click();
  await see(story(page)).toBeVisible();
  return story(page);
}
