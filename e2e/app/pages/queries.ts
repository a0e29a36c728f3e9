import type { Page } from 'playwright';

/** Writes a query in the place of the one that stands there, with the keyboard, and runs it. */
export async function runQuery(page: Page, sql: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Query, in SQL' }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(sql);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Run query' }).click();
}
