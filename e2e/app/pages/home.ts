import type { Page } from 'playwright';
import { see } from '../support/see.ts';

/** The recipe that most tests are about, by its title. */
const RECIPE = 'Eligible audience';

/** Begins with the sample files of a recipe, and waits until all of its sources have theirs. */
export async function trySample(page: Page, recipe: string = RECIPE, sources = 4): Promise<void> {
  await page.getByRole('button', { name: `Try it with sample files: ${recipe}` }).click();
  await seeSourcesReady(page, sources);
}

/** Begins a workspace of a recipe, empty. */
export async function newWorkspace(page: Page, recipe: string = RECIPE): Promise<void> {
  await page.getByRole('button', { name: `New: ${recipe}`, exact: true }).click();
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
