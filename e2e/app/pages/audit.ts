import type { Locator, Page } from 'playwright';
import { see } from '../support/see.ts';

/** Begins a workspace from the first screen to audit a pipeline. */
export async function beginAudit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Audit a pipeline/ }).click();
  await see(page.getByRole('button', { name: 'Try it with a sample' })).toBeVisible();
}

/** The link of the screen, beside the steps. */
export function auditLink(page: Page): Locator {
  return page.getByRole('navigation', { name: 'More' }).getByRole('link', { name: 'Audit' });
}

/** A file of the audit that is being prepared. */
export function auditFile(page: Page, name: string): Locator {
  return page.getByRole('listitem', { name, exact: true });
}

/** The stages' names of the audit that is being prepared, in order. */
export function stageNames(page: Page): Promise<readonly string[]> {
  return page
    .getByRole('textbox', { name: /^Stage of / })
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
}

/** Gives the audit a name, makes it, and waits for its result. */
export async function makeAudit(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name of the audit' }).fill(name);
  await page.getByRole('button', { name: 'Audit', exact: true }).click();
  await seeResult(page, name);
}

/** Waits for the result of an audit. */
export async function seeResult(page: Page, name: string): Promise<void> {
  await see(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await see(page.getByRole('heading', { level: 2, name: 'From extract to extract' })).toBeVisible();
}

/** A stage of the flow. */
export function flowStage(page: Page, stage: string): Locator {
  return page.getByRole('listitem', { name: stage, exact: true });
}

/** The card of a finding, by its title and stage. */
export function finding(page: Page, title: string, stage: string): Locator {
  return page.getByRole('article', { name: `${title}: ${stage}`, exact: true });
}
