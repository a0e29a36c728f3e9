import { describe, expect, test } from 'vitest';
import { apiOf } from '../../electron/web/testing/api-of.ts';
import { smallDisk } from '../support/small-disk.ts';
import { SMALL } from '../support/small-input.ts';
import { lines } from '../support/write-files.ts';
import { dropFiles, source, waiting } from './pages/files.ts';
import { dialog, goTo, runButton, told } from './pages/frame.ts';
import { newWorkspace, openWorkspaceFile, trySample } from './pages/home.ts';
import { runQuery } from './pages/queries.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';
import { unbalancedWorkspace } from './support/unbalanced.ts';

describe('Files', () => {
  test('an empty file and one without a required column wait, each with its reason and what to do', async () => {
    const { page } = await openApp();
    await newWorkspace(page);
    await dropFiles(page, {
      'customers.csv': '',
      'bookings.csv': lines('booking_id,customer_id', 'B1,1'),
    });
    await see(waiting(page, 'customers.csv')).toContainText('empty');
    await see(waiting(page, 'bookings.csv')).toContainText(
      'bookings.csv has no column booking_date, booking_amount, booking_status, which bookings requires.',
    );
    await see(runButton(page)).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Parameters' }).focus();
    await page.keyboard.press('Tab');
    await see(page.getByRole('tooltip')).toContainText('customers');
  });

  test('a disk that is full is said, with the name of the file, and the app goes on', async (context) => {
    const folder = smallDisk(3 * 1024 * 1024);
    if (folder === undefined) return context.skip('No small disk can be made here.');
    const { page } = await openApp({ folder, mayComplain: /status of 507/ });
    await newWorkspace(page);
    await dropFiles(page, { 'bookings.csv': 'x'.repeat(4_000_000) });
    await see(told(page, 'bookings.csv could not be taken over: the disk is full.')).toContainText(
      'Free some space and start again.',
    );
    await dropFiles(page, { 'suppressions.csv': SMALL['suppressions.csv'] ?? '' });
    await see(source(page, 'suppressions')).toContainText('Ready');
  });
});

describe('Home', () => {
  test('a file that is no workspace, and one that cannot be read, are refused and say so', async () => {
    const { page } = await openApp();
    await see(page.getByRole('heading', { level: 1, name: 'Muster' })).toBeVisible();
    await dropFiles(page, { 'March.muster': 'no workspace' });
    await see(told(page, /March/)).toBeVisible();
    await dropFiles(page, { 'customers.csv': '' });
    await see(told(page, 'customers.csv is empty')).toContainText('Export it again.');
  });
});

describe('Audience', () => {
  test('a run that does not balance is exported with a reason only, which the receipt keeps', async () => {
    const { page, host } = await openApp();
    await openWorkspaceFile(page, await unbalancedWorkspace());
    await goTo(page, 'Funnel');
    await see(page.getByRole('main')).toContainText('Not balanced');
    await goTo(page, 'Audience');
    await page.getByRole('button', { name: 'Export…' }).click();
    const asked = dialog(page, 'Export');
    await see(asked).toContainText('The run does not balance');
    await see(asked.getByRole('button', { name: 'Write the file' })).toBeDisabled();
    const { api } = await apiOf(host.url);
    const workspace = (await api.workspaces.home()).recents[0]?.path ?? '';
    await expect(
      api.exports.write({
        ...{ workspace, run: 1, output: 'delivery', format: 'csv', target: 'download:delivery.csv' },
        columns: [{ name: 'id', hashed: false }],
      }),
    ).rejects.toThrow('balance');
    await asked.getByRole('textbox', { name: /^Why it is to be written/ }).fill('The supplier knows.');
    const coming = page.waitForEvent('download');
    await asked.getByRole('button', { name: 'Write the file' }).click();
    expect((await coming).suggestedFilename()).toBe('delivery-2026-11-20.csv');
    await see(asked).toContainText('Written because: The supplier knows.');
  });
});

describe('addresses', () => {
  test.for([
    ['funnel?run=99', 'There is no run 99'],
    ['audience?run=99', 'There is no run 99'],
    ['runs?run=99', 'There is no run 99'],
    ['trace?key=nobody', 'This address names nobody.'],
  ] as const)(
    'of something that is not there: %s says so and leaves a way on',
    async ([address, sentence]) => {
      const { page } = await openApp();
      await openWorkspaceFile(page, await unbalancedWorkspace());
      await page.evaluate((step) => {
        location.hash = location.hash.replace(/[^/]*$/, step);
      }, address);
      await see(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
      await goTo(page, 'Files');
    },
  );
});

describe('Trace and Queries', () => {
  test('whoever is nowhere, and a query that is wrong, are said where they were asked for', async () => {
    const { page } = await openApp();
    await trySample(page);
    await goTo(page, 'Queries');
    await page.getByRole('button', { name: 'New query' }).click();
    await runQuery(page, 'select customer_id from bookigns');
    await see(page.getByRole('alert')).toContainText('bookigns');
    await runQuery(page, 'delete from bookings');
    await see(page.getByRole('alert')).toContainText(/read/);
    await runButton(page).click();
    await see(told(page, /^Run 1 is done/)).toBeVisible();
    await goTo(page, 'Trace');
    await page.getByRole('combobox').fill('nobody@nowhere');
    await see(page.getByText('No customer with this text')).toBeVisible();
    await page.getByRole('combobox').press('Enter');
    await see(page.getByRole('main')).toContainText('nobody@nowhere');
  });
});

describe('the host', () => {
  test('when it is gone the page says so and stays as it is', async () => {
    const { page, crash } = await openApp({ mayComplain: /WebSocket|ERR_CONNECTION/ });
    await trySample(page);
    await crash();
    await see(page.getByRole('status').filter({ hasText: 'your work is kept' })).toBeVisible();
    await see(source(page, 'bookings')).toContainText('Ready');
  });
});
