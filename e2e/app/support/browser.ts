import { type Browser, chromium } from 'playwright';
import { afterAll } from 'vitest';
import { findBrowser, NO_BROWSER } from './find-browser.ts';

let launched: Promise<Browser> | undefined;

/** The browser of a test file, started when it is first asked for. */
export function browser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(NO_BROWSER);
  launched ??= chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] });
  return launched;
}

afterAll(async () => {
  await (await launched)?.close();
});
