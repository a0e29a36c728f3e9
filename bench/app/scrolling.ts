import type { Page } from 'playwright';
import type { Frames } from './page-watch.ts';

/** Steps of the wheel, and pages by the keyboard, in one go. */
const STEPS = 60;
/** How often a held key comes again, in milliseconds: thirty times a second. */
const REPEAT = 33;
/** Where on the way of the scroll bar it is dragged to. */
const FAR = [0.1, 0.3, 0.2, 0.6, 0.5, 0.9, 1.0, 0.4, 0.8, 0.7, 1.0];
/** Moves of the mouse from one such place to the next. */
const MOVES = 12;

export const WAYS = ['wheel', 'scroll bar', 'Page Down'] as const;
export type Way = (typeof WAYS)[number];

/** Scrolls an element in one of the ways, from its top, and says how the frames were. */
export async function scroll(page: Page, selector: string, way: Way): Promise<Frames> {
  const element = page.locator(selector).first();
  await element.evaluate((scroller) => scroller.scrollTo(0, 0));
  const box = await element.boundingBox();
  if (!box) throw new Error(`Nothing to scroll: ${selector}`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  if (way === 'Page Down') await element.focus();
  await page.evaluate((what) => window.benchWatch.beginFrames(what), selector);
  switch (way) {
    case 'wheel':
      for (let step = 0; step < STEPS; step++) await page.mouse.wheel(0, 400);
      break;
    case 'Page Down':
      for (let step = 0; step < STEPS; step++) {
        await page.keyboard.down('PageDown');
        await page.waitForTimeout(REPEAT);
      }
      await page.keyboard.up('PageDown');
      break;
    case 'scroll bar': {
      const [bar, top, height] = [box.x + box.width - 7, box.y + 24, box.height - 48];
      await page.mouse.move(bar, top);
      await page.mouse.down();
      for (const far of FAR) await page.mouse.move(bar, top + far * height, { steps: MOVES });
      await page.mouse.up();
    }
  }
  // What is still on its way belongs to it.
  await page.waitForTimeout(300);
  const frames = await page.evaluate(() => window.benchWatch.endFrames());
  if (frames.scrolledTo === 0) throw new Error(`It does not scroll by ${way}: ${selector}`);
  return frames;
}

/** Makes a page with nothing on it but a tall element to scroll: what the browser itself does on this machine. */
export async function plainTallPage(page: Page): Promise<string> {
  await page.setContent(
    `<div id="plain" tabindex="0" style="height: 600px; overflow: auto">
       <div style="height: 8000000px; background: repeating-linear-gradient(#fff 0 28px, #ddd 28px 56px)"></div>
     </div>`,
  );
  return '#plain';
}

/** The page's memory for JavaScript once its garbage is collected, in bytes. */
export async function heapOf(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize;
}
