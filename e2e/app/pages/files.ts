import type { Locator, Page } from 'playwright';
import type { Content } from '../../support/write-files.ts';
import { see } from '../support/see.ts';
import { dialog } from './frame.ts';

/** The card of a source. */
export function source(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true });
}

/** The card of a file that waits. */
export function waiting(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Waiting for you' }).getByRole('article', { name, exact: true });
}

/** Drops files onto the window, as from a folder of the desktop. */
export async function dropFiles(page: Page, files: Readonly<Record<string, Content>>): Promise<void> {
  const dropped = Object.entries(files).map(([name, content]) => ({
    name,
    base64: Buffer.from(content).toString('base64'),
  }));
  const transfer = await page.evaluateHandle((given) => {
    const made = new DataTransfer();
    for (const { name, base64 } of given) {
      made.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    }
    return made;
  }, dropped);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.locator('body').dispatchEvent(type, { dataTransfer: transfer });
  }
}

/** Chooses files, by their paths, in the dialog of the system. */
export async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  const coming = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).first().click();
  await (await coming).setFiles([...paths]);
}

/** In the dialog about how a file is read: says that a header stands for a column. */
export async function match(page: Page, column: string, header: string): Promise<void> {
  await pick(page, dialog(page, /^How to read/), `Header for ${column}`, header);
}

/** Chooses in one of a dialog's lists. */
export async function pick(
  page: Page,
  within: Locator,
  label: string,
  option: string | RegExp,
): Promise<void> {
  const list = within.getByRole('combobox', { name: label });
  await list.click();
  await page.getByRole('option', { name: option }).click();
  await see(page.getByRole('listbox')).toHaveCount(0);
}

/** Loads the file of the dialog in the way that it says. */
export async function loadIt(page: Page): Promise<void> {
  const asked = dialog(page, /^How to read/);
  await asked.getByRole('button', { name: 'Load it' }).click();
  await see(asked).toHaveCount(0);
}
