import { expect, test } from 'vitest';
import { apiOf } from '../../electron/web/testing/api-of.ts';
import { chooseFiles, source } from './pages/files.ts';
import { goTo, runRecipe, seeTold } from './pages/frame.ts';
import { trySample } from './pages/home.ts';
import { openRecord } from './pages/quarantine.ts';
import { manyBookings } from './support/many-bookings.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

test('a load that is cancelled half-way leaves the workspace as it was, and the app goes on', async () => {
  const { page, host } = await openApp();
  await trySample(page);
  const { api } = await apiOf(host.url);
  const workspace = (await api.workspaces.home()).recents[0]?.path ?? '';
  const before = await api.files.list({ workspace });

  await chooseFiles(page, [await manyBookings(1_500_000)]);
  const card = source(page, 'bookings');
  await see(card.getByRole('progressbar')).toBeVisible();
  await see(card).toContainText(/rows/);
  await goTo(page, 'Quarantine');
  await page
    .getByRole('button', { name: /^Cancel: Loading bookings 2026\.csv/ })
    .first()
    .click();
  await see(page.getByRole('region', { name: 'Work that goes on' })).toHaveCount(0);
  expect(await api.files.list({ workspace })).toEqual(before);

  const record = await openRecord(page, 'S533-1');
  await record.getByRole('textbox', { name: 'New text for booking_amount' }).fill('12.50');
  await record.getByRole('button', { name: 'Correct', exact: true }).click();
  await seeTold(page, '1 record is changed: 1 is accepted now.');
  await runRecipe(page);
  expect((await api.runs.list({ workspace }))[0]).toMatchObject({ delivered: 938, balanced: true });
});
