import type { Page } from 'playwright';
import { see } from '../support/see.ts';
import { dialog, seeTold } from './frame.ts';

/** Publishes the run that is shown. */
export async function publishRun(page: Page, run: number): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click();
  const asked = dialog(page, `Publish run ${run}?`);
  await asked.getByRole('button', { name: 'Publish', exact: true }).click();
  await seeTold(page, new RegExp(`^Run ${run} is published`));
  await see(asked).toHaveCount(0);
}

/** Takes the run that is shown back. */
export async function takeRunBack(page: Page, run: number): Promise<void> {
  await page.getByRole('button', { name: 'Take back…' }).click();
  const asked = dialog(page, `Take back run ${run}?`);
  await asked.getByRole('button', { name: 'Take it back' }).click();
  await seeTold(page, new RegExp(`^Run ${run} is taken back`));
  await see(asked).toHaveCount(0);
}
