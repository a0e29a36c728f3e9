import type { Locator, Page } from 'playwright';
import { see } from '../support/see.ts';

export type StepName =
  | 'Files'
  | 'Quarantine'
  | 'Funnel'
  | 'Audience'
  | 'Trace'
  | 'Insights'
  | 'Runs'
  | 'Queries';

/** All steps, in order. */
export const STEP_NAMES: readonly StepName[] = [
  'Files',
  'Quarantine',
  'Funnel',
  'Audience',
  'Trace',
  'Insights',
  'Runs',
  'Queries',
];

/** The link of a step, with its figure. */
export function stepLink(page: Page, step: StepName): Locator {
  return page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: new RegExp(`^${step}`) });
}

/** Goes to a step and waits for its heading. */
export async function goTo(page: Page, step: StepName): Promise<void> {
  await stepLink(page, step).click();
  await see(page.getByRole('heading', { level: 1, name: step, exact: true })).toBeVisible();
}

/** The box in the header that says on which day the data is looked at. */
export function asOf(page: Page): Locator {
  return page.getByRole('banner').getByLabel('As of');
}

export function runButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Run', exact: true });
}

/** Runs the recipe and waits for its end. */
export async function runRecipe(page: Page): Promise<void> {
  await see(runButton(page)).not.toHaveAttribute('aria-disabled', 'true');
  await runButton(page).click();
  await seeTold(page, /^Run \d+ is done/);
}

/** What the app has told in its corner. */
export function told(page: Page, text: string | RegExp): Locator {
  return page.getByRole('alert').filter({ hasText: text }).first();
}

/** Waits until the app has told something, and takes the note away. */
export async function seeTold(page: Page, text: string | RegExp): Promise<void> {
  const note = told(page, text);
  await see(note).toBeVisible();
  await note.getByRole('button').click();
  await see(note).toHaveCount(0);
}

/** The open dialog or drawer with this title. */
export function dialog(page: Page, name: string | RegExp): Locator {
  return page.getByRole('dialog', { name });
}
