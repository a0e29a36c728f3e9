import type { Locator, Page } from 'playwright';
import { see } from '../support/see.ts';

/** More steps than this to reach something is a way that nobody takes. */
const MOST = 80;

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await see(wanted).toBeVisible();
  for (let step = 0; step < MOST; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${wanted} is not reached by ${MOST} presses of Tab.`);
}

/** Goes to something with the Tab key and presses a key there. */
export async function pressAt(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

/** Goes to a text box and writes over what stands in it. */
export async function typeInto(page: Page, box: Locator, text: string): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}
