import type { Page } from 'playwright';
import { chooseFiles } from '../../e2e/app/pages/files.ts';
import { goTo, runButton, stepLink } from '../../e2e/app/pages/frame.ts';
import { grid } from '../../e2e/app/pages/grid.ts';
import { RECORDS } from '../../e2e/app/pages/quarantine.ts';
import type { BenchHost } from '../measure/served-host.ts';
import { timeOf } from './time-of.ts';

/** How often something is pressed or pointed at, in milliseconds. */
const EVERY = 100;

/** Delays while work went on, in milliseconds. */
export interface Busy {
  readonly seconds: number;
  /** From each key or move of the mouse until the next paint. */
  readonly inputs: readonly number[];
  /** From a call of the engine until its answer. */
  readonly calls: readonly number[];
}

/** Loads a file into the workspace while the quarantine is looked at. */
export async function whileLoading(
  page: Page,
  host: BenchHost,
  workspace: string,
  file: string,
): Promise<Busy> {
  await goTo(page, 'Files');
  await chooseFiles(page, [file]);
  return whileJob(page, host, workspace, 'load');
}

/** Runs the recipe while the quarantine is looked at. */
export async function whileRunning(page: Page, host: BenchHost, workspace: string): Promise<Busy> {
  await goTo(page, 'Files');
  await runButton(page).click();
  return whileJob(page, host, workspace, 'run');
}

async function whileJob(page: Page, host: BenchHost, workspace: string, kind: 'load' | 'run'): Promise<Busy> {
  const stop = new AbortController();
  const events = await host.api.events.watch({ workspace }, { signal: stop.signal });
  let going = true;
  const ended = (async () => {
    for await (const event of events) {
      if (event.kind !== 'finished' || event.jobKind !== kind) continue;
      if (event.outcome !== 'done') throw new Error(`${event.title}: ${event.message ?? event.outcome}`);
      break;
    }
  })().finally(() => {
    going = false;
  });
  const started = performance.now();
  await goTo(page, 'Quarantine');
  await grid(page, RECORDS).focus();
  await page.evaluate(() => window.benchWatch.beginInputs());
  const calls: number[] = [];
  for (let step = 0; going; step++) {
    const asked = performance.now();
    const [call] = await Promise.all([
      timeOf(() => host.api.workspaces.overview({ workspace })),
      act(page, step),
    ]);
    calls.push(call);
    await page.waitForTimeout(Math.max(0, EVERY - (performance.now() - asked)));
  }
  await ended;
  stop.abort();
  const inputs = await page.evaluate(() => window.benchWatch.endInputs());
  return { seconds: (performance.now() - started) / 1000, inputs, calls };
}

/** What a user may do meanwhile: walk through the records, and point at the steps. */
async function act(page: Page, step: number): Promise<void> {
  if (step % 3 === 0) await stepLink(page, step % 2 === 0 ? 'Funnel' : 'Audience').hover();
  else await page.keyboard.press(step % 3 === 1 ? 'ArrowDown' : 'PageDown');
}
