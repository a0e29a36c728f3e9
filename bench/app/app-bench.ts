import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER } from '../measure/bench-data.ts';
import { startHost } from '../measure/served-host.ts';
import { ROWS } from './answers.ts';
import { startBrowser } from './browser.ts';
import { type Figure, figure } from './figures.ts';
import { firstPaint } from './first-paint.ts';
import { measureAnswers } from './measure-answers.ts';
import { measureBusy } from './measure-busy.ts';
import { measureScrolling } from './measure-scrolling.ts';
import { moreBookings, rejectedDataFor } from './rejected-data.ts';
import { makeWorkspace } from './workspace.ts';

export interface AppBenchOptions {
  readonly bookings: number;
  readonly runs: number;
  readonly progress: (text: string) => void;
}

/** What the bench of the app found out. */
export interface AppReport {
  readonly bookings: number;
  readonly runs: number;
  readonly node: string;
  readonly browser: string;
  /** The machine's load before and after, as Unix counts it over a minute. */
  readonly load: readonly [before: number, after: number];
  readonly figures: readonly Figure[];
}

const FIRST_PAINT = 1500;

/** Measures how the app feels on a workspace of so many bookings, every fifth of which is rejected. */
export async function appBench({ bookings, runs, progress }: AppBenchOptions): Promise<AppReport> {
  const data = await rejectedDataFor(bookings, progress);
  const more = await moreBookings(bookings, progress);
  mkdirSync(DATA_FOLDER, { recursive: true });
  const folder = mkdtempSync(join(DATA_FOLDER, 'app-'));
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => rmSync(folder, { recursive: true, force: true }));
  const before = loadavg()[0] ?? 0;
  progress('Making the workspace');
  const workspace = makeWorkspace(data, folder);
  const host = cleanup.adopt(await startHost(folder), (started) => started.end());
  const browser = cleanup.adopt(await startBrowser(), (started) => started.close());
  const bench = { browser, host, workspace, runs };

  progress('First paint');
  const funnel: number[] = [];
  const quarantine: number[] = [];
  for (let run = 0; run < runs; run++) {
    funnel.push(
      await firstPaint(browser, host, workspace, 'funnel', { selector: 'main', like: 'dropped here' }),
    );
    quarantine.push(await firstPaint(browser, host, workspace, 'quarantine', { selector: ROWS }));
  }
  const figures = [
    figure('first paint: funnel with its figures', funnel, { bound: FIRST_PAINT }),
    figure('first paint: quarantine with rows', quarantine, { bound: FIRST_PAINT }),
  ];
  progress('Answers');
  figures.push(...(await measureAnswers(bench)));
  progress('Scrolling');
  figures.push(...(await measureScrolling(bench)));
  progress('While a file loads and a run goes on');
  figures.push(...(await measureBusy(bench, more)));
  const memory = host.memory();
  if (memory) {
    figures.push(
      figure('memory of the host at the end', [memory.nowBytes / 1e6], { unit: 'MB' }),
      figure('memory of the host at most', [memory.peakBytes / 1e6], { unit: 'MB' }),
    );
  }
  return {
    bookings,
    runs,
    node: process.version,
    browser: browser.version(),
    load: [before, loadavg()[0] ?? 0],
    figures,
  };
}
