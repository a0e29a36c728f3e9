import type { Bench } from './bench.ts';
import { type Busy, whileLoading, whileRunning } from './busy.ts';
import { type Figure, figure } from './figures.ts';
import { openStep } from './first-paint.ts';

const ANSWER = 50;

/** How quickly page and engine answer while a file is loaded, and while a run goes on. */
export async function measureBusy(bench: Bench, file: string): Promise<readonly Figure[]> {
  const { browser, host, workspace } = bench;
  const page = await openStep(browser, host, workspace, 'files');
  const loading = await whileLoading(page, host, workspace, file);
  const running = await whileRunning(page, host, workspace);
  await page.context().close();
  return [...figuresOf('a file loads', loading), ...figuresOf('a run goes on', running)];
}

function figuresOf(what: string, { inputs, calls }: Busy): readonly Figure[] {
  return [
    figure(`key or mouse to paint while ${what}`, inputs, { bound: ANSWER, by: 'most of them' }),
    figure(`call to answer while ${what}`, calls, { bound: ANSWER, by: 'most of them' }),
  ];
}
