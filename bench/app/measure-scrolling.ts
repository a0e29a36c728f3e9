import type { Page } from 'playwright';
import { grid } from '../../e2e/app/pages/grid.ts';
import { RECORDS } from '../../e2e/app/pages/quarantine.ts';
import { openRecords } from './answers.ts';
import type { Bench } from './bench.ts';
import { newPage } from './browser.ts';
import { type Figure, figure } from './figures.ts';
import { openStep } from './first-paint.ts';
import { heapOf, plainTallPage, scroll, WAYS } from './scrolling.ts';

const FRAME = 50;
const BLANK = 150;

/** The worst of each scroll, in milliseconds. */
interface Worst {
  readonly frames: number[];
  readonly blanks: number[];
  readonly work: number[];
}

/** Frames of two long tables, scrolled in each way, beside those of a page that does nothing. */
export async function measureScrolling(bench: Bench): Promise<readonly Figure[]> {
  const { browser, host, workspace, runs } = bench;
  const plain = await newPage(browser);
  const tall = await plainTallPage(plain);
  const accepted = await openStep(browser, host, workspace, 'files');
  await openRecords(accepted);
  const rejected = await openStep(browser, host, workspace, 'quarantine');
  await grid(rejected, RECORDS).waitFor();

  const before = await heapOf(accepted);
  const figures: Figure[] = [];
  const heaps: number[] = [];
  for (const way of WAYS) {
    const control = await worstOf(plain, tall, way, runs);
    const [most] = control.frames.toSorted((left, right) => right - left);
    const pages = [
      ['accepted', accepted, '[role="dialog"] [role="grid"]'],
      ['quarantine', rejected, 'main [role="grid"]'],
    ] as const;
    for (const [name, page, selector] of pages) {
      const { frames, blanks, work } = await worstOf(page, selector, way, runs);
      const what = `${name} by ${way}`;
      figures.push(
        figure(`longest frame: ${what}`, frames, {
          bound: FRAME,
          ...(most !== undefined && { control: most }),
        }),
        figure(`longest work in a frame: ${what}`, work, { bound: FRAME }),
        figure(`longest blank: ${what}`, blanks, { bound: BLANK }),
      );
    }
  }
  heaps.push((await heapOf(accepted)) / 1e6);
  figures.push(
    figure('memory of the page before scrolling', [before / 1e6], { unit: 'MB' }),
    figure('memory of the page after it', heaps, { unit: 'MB' }),
  );
  for (const page of [plain, accepted, rejected]) await page.context().close();
  return figures;
}

async function worstOf(
  page: Page,
  selector: string,
  way: (typeof WAYS)[number],
  runs: number,
): Promise<Worst> {
  await page.bringToFront();
  const worst: Worst = { frames: [], blanks: [], work: [] };
  for (let run = 0; run < runs; run++) {
    const { deltas, longestBlank, longWork } = await scroll(page, selector, way);
    worst.frames.push(Math.max(...deltas));
    worst.blanks.push(longestBlank);
    worst.work.push(Math.max(0, ...longWork));
  }
  return worst;
}
