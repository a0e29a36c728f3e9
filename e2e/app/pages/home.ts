import type { Page } from 'playwright';
import { see } from '../support/see.ts';

/** Begins with the sample files, and waits until all of them are loaded. */
export async function trySample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try it with sample files' }).click();
  await seeSourcesReady(page, 4);
}

/** Begins a workspace of the first recipe, empty. */
export async function newWorkspace(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Files' })).toBeVisible();
}

/** Waits until so many sources have their files. */
export async function seeSourcesReady(page: Page, count: number): Promise<void> {
  await see(page.getByRole('main').getByText(/^Ready/)).toHaveCount(count);
}

/** Opens a workspace file as a user who chooses it. */
export async function openWorkspaceFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open…' }).click();
  await (await chooser).setFiles(path);
  await see(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
}
