import { type Browser, chromium, type Page } from 'playwright';
import { findBrowser, NO_BROWSER } from '../../e2e/app/support/find-browser.ts';
import { installPageWatch, type Wanted } from './page-watch.ts';

/** How long anything may take before the bench gives up, in milliseconds. */
const PATIENCE = 30_000;

/** Starts the browser. Throws where there is none. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(NO_BROWSER);
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox'],
    // Its bar is one of the ways to scroll.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
}

/** A new window of 1280 by 800 with the watch in it, empty. */
export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(installPageWatch);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`The page failed: ${error.stack ?? error.message}`));
  return page;
}

/** Does something with mouse or keyboard; milliseconds from its last event until what is wanted is painted. */
export async function untilPainted(page: Page, wanted: Wanted, act: () => Promise<void>): Promise<number> {
  await page.evaluate((what) => window.benchWatch.expect(what, 'input'), wanted);
  await act();
  return painted(page, wanted);
}

/** Milliseconds from the start of the page until what is wanted is painted. */
export async function paintedSinceStart(page: Page, wanted: Wanted): Promise<number> {
  await page.evaluate((what) => window.benchWatch.expect(what, 'navigation'), wanted);
  return painted(page, wanted);
}

async function painted(page: Page, { selector }: Wanted): Promise<number> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`It did not come on screen: ${selector}`)), PATIENCE);
  try {
    return await Promise.race([page.evaluate(() => window.benchWatch.painted()), promise]);
  } finally {
    clearTimeout(timer);
  }
}
