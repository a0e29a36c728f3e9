import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { see } from './see.ts';

/** WCAG 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What is wrong with the accessibility of what is on screen once it is quiet, in light and in dark: where, what and in which element. */
export async function violations(page: Page, where: string): Promise<readonly string[]> {
  // What stands for an answer that is on its way is drawn pale.
  await see(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await standStill(page);
  const light = await check(page, { type: 'tag', values: TAGS });
  await setScheme(page, 'dark');
  // Nothing but the colours differs.
  const dark = await check(page, { type: 'rule', values: ['color-contrast'] });
  await setScheme(page, 'light');
  return [
    ...light.violations.map((violation) => ({ ...violation, scheme: 'light' })),
    ...dark.violations.map((violation) => ({ ...violation, scheme: 'dark' })),
  ].flatMap(({ scheme, id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${where}, ${scheme}: ${id} at ${target.join(' ')}: ${failureSummary}`,
    ),
  );
}

function check(page: Page, runOnly: { readonly type: 'tag' | 'rule'; readonly values: string[] }) {
  // The page has no frames; looking for some opens a new page each time.
  return new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly, resultTypes: ['violations'] })
    .analyze();
}

/** Has the system be light or dark, and waits until no colour is on its way to another. */
export async function setScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
  await standStill(page);
}

/** Waits until nothing on screen is on its way to another look. */
async function standStill(page: Page): Promise<void> {
  // The page's own changes begin with the next picture.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ),
  );
}
