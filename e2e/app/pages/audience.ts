import { join } from 'node:path';
import type { Page } from 'playwright';
import { tempFolder } from '../../support/temp-folder.ts';
import { see } from '../support/see.ts';
import { dialog } from './frame.ts';

/** Exports the list in a format, and answers the path of what the browser has downloaded. The receipt stays open. */
export async function exportAs(page: Page, format: string): Promise<string> {
  await page.getByRole('button', { name: 'Export…' }).click();
  const asked = dialog(page, 'Export');
  await asked.getByRole('radio', { name: format }).check();
  const coming = page.waitForEvent('download');
  await asked.getByRole('button', { name: 'Write the file' }).click();
  const download = await coming;
  const path = join(tempFolder(), download.suggestedFilename());
  await download.saveAs(path);
  await see(asked.getByRole('article', { name: /^Receipt of/ })).toBeVisible();
  return path;
}
