import type { Locator, Page } from 'playwright';
import { see } from '../support/see.ts';

/** The section with the figures of each group. */
export function groups(page: Page): Locator {
  return page.getByRole('region', { name: 'By solution', exact: true });
}

/** The big funnel, of all or of a chosen group. */
export function bigFunnel(page: Page): Locator {
  return page.getByRole('region', { name: /^From the population to the audience/ });
}

/** Shows groups as a table or as charts. */
export async function showGroupsAs(page: Page, kind: 'Table' | 'Charts'): Promise<void> {
  await groups(page).getByText(kind, { exact: true }).click();
  await see(groups(page).getByRole('radio', { name: kind })).toBeChecked();
}
