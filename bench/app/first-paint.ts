import type { Browser, Page } from 'playwright';
import type { BenchHost } from '../measure/served-host.ts';
import { newPage, paintedSinceStart } from './browser.ts';
import type { Wanted } from './page-watch.ts';
import { addressOf } from './workspace.ts';

/** A window on a step of the workspace. */
export async function openStep(
  browser: Browser,
  host: BenchHost,
  workspace: string,
  step: string,
): Promise<Page> {
  const page = await newPage(browser);
  await page.goto(host.url);
  // The key stays with the window: what follows is a load of the workspace's own address.
  await page.goto(`${host.origin}${addressOf(workspace, step)}`);
  await page.reload({ waitUntil: 'commit' });
  return page;
}

/** Milliseconds from the start of a new window's load until a step's figures or rows are painted. */
export async function firstPaint(
  browser: Browser,
  host: BenchHost,
  workspace: string,
  step: string,
  wanted: Wanted,
): Promise<number> {
  const page = await openStep(browser, host, workspace, step);
  const time = await paintedSinceStart(page, wanted);
  await page.context().close();
  return time;
}
