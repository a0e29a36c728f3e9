import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What to do where there is none. */
export const NO_BROWSER = 'The tests of the app need Chromium: install it, or say where it is in CHROMIUM.';

/** The path of a Chromium: the one that CHROMIUM names, the system's, or Playwright's own; undefined where there is none. */
export function findBrowser(): string | undefined {
  return [process.env.CHROMIUM, ...PLACES, chromium.executablePath()].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}
