import { expect, test } from 'vitest';
import { BOOKINGS } from '../support/small-input.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { lines, writeFile } from '../support/write-files.ts';
import { chooseFiles, dropFiles, loadIt, match, source, waiting } from './pages/files.ts';
import { dialog, goTo, seeTold, stepLink } from './pages/frame.ts';
import { newWorkspace } from './pages/home.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

/** Bookings from a number on, all of one day and one amount. */
function bookings(first: number, count: number, day: string, amount: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => `B${first + index},1,${day},"${amount}",COMPLETED,,web`);
}

/** Dates in four ways, two of which cannot be told apart, and amounts with a currency and in brackets. */
const MIXED = lines(
  BOOKINGS,
  ...bookings(1, 40, '2025-03-31', '20'),
  ...bookings(41, 12, '31/03/2025', '$1,234.50'),
  ...bookings(53, 3, '3/31/2025', '($12.50)'),
  ...bookings(56, 4, '03/04/2025', '20'),
);

test('dates in several formats and amounts with a currency are shown line by line, and read as the user says', async () => {
  const { page } = await openApp();
  await newWorkspace(page);
  await dropFiles(page, { 'bookings.csv': MIXED });
  await seeTold(page, '1 file is loaded.');
  const card = source(page, 'bookings');
  await see(card).toContainText(
    'booking_date is written in 4 ways: 2025-03-31 (year-month-day) in 40 records, first on line 2; ' +
      '31/03/2025 (day/month/year) in 12, first on line 42; 3/31/2025 (month/day/year) in 3, first on line 54; ' +
      '03/04/2025 (day/month/year or month/day/year) in 4, first on line 57.',
  );
  await see(card.getByRole('row', { name: 'line 54 3/31/2025 month/day/year' })).toBeVisible();
  await see(card).toContainText('15 faulty values of booking_amount look like numbers like 1,234.50');

  await card
    .getByRole('button', {
      name: /^Read booking_amount as numbers like 1,234\.50 and \(1,234\.50\) below nought/,
    })
    .click();
  await seeTold(page, 'bookings.csv was read anew.');
  await card
    .getByRole('button', {
      name: 'Read booking_date as day/month/year or month/day/year: 15 more records, 4 stay faulty',
    })
    .click();
  await seeTold(page, 'bookings.csv was read anew.');
  await see(card).toContainText('the values do not tell which it is');
  await see(stepLink(page, 'Quarantine')).toHaveText(/4$/);
  await card.getByRole('button', { name: /^Read booking_date as day\/month\/year: 4 more records/ }).click();
  await seeTold(page, 'bookings.csv was read anew.');
  await see(stepLink(page, 'Quarantine')).toHaveText(/3$/);
  await goTo(page, 'Quarantine');
  await see(page.getByRole('grid')).toContainText('3/31/2025');

  await goTo(page, 'Files');
  await card.getByRole('button', { name: 'Profile' }).click();
  const profile = dialog(page, /bookings/);
  await see(profile.getByRole('row', { name: /^booking_amount/ })).toContainText('1,234.50');
  await page.keyboard.press('Escape');

  await dropFiles(page, { 'bookings 2.csv': lines(BOOKINGS, ...bookings(90, 1, '1.4.2025', '($5)')) });
  await seeTold(page, '1 file is loaded.');
  await see(card).toContainText('bookings 2.csv');
  await see(stepLink(page, 'Quarantine')).toHaveText(/3$/);
});

test('headers that nobody knows are matched by their words and by what stands below them', async () => {
  const { page } = await openApp();
  await newWorkspace(page);
  await dropFiles(page, {
    'bookings.csv': lines(
      'Nr;Cust. No;Order Date;Revenue;Booking State',
      'B1;7;31/03/2025;$12.50;COMPLETED',
      'B2;7;30/03/2025;$1,250.00;COMPLETED',
    ),
  });
  await seeTold(page, '1 file waits for you.');
  await see(waiting(page, 'bookings.csv')).toContainText('Is "Cust. No" customer_id?');
  await see(waiting(page, 'bookings.csv')).toContainText('Is "Revenue" booking_amount?');
  await waiting(page, 'bookings.csv').getByRole('button', { name: 'Match the columns…' }).click();
  const asked = dialog(page, /^How to read/);
  const chosen = (column: string) => asked.getByRole('combobox', { name: `Header for ${column}` });
  await see(chosen('customer_id')).toHaveValue('Cust. No');
  await see(chosen('booking_date')).toHaveValue('Order Date');
  await see(chosen('booking_amount')).toHaveValue('Revenue');
  await see(asked).toContainText('Needed still: booking_id');
  await match(page, 'booking_id', 'Nr');
  await loadIt(page);
  const card = source(page, 'bookings');
  await see(card).toContainText('2 faulty values of booking_date look like day/month/year');
  await card
    .getByRole('button', { name: /all at once$/ })
    .first()
    .click();
  await seeTold(page, 'bookings.csv was read anew.');
  await see(stepLink(page, 'Quarantine')).toHaveText('Quarantine0');
});

test('a file without a byte, without a header or without a record says so', async () => {
  const folder = tempFolder();
  const { page } = await openApp();
  await newWorkspace(page);
  await chooseFiles(page, [
    writeFile(folder, 'bookings.csv', ''),
    writeFile(folder, 'customers.csv', '\n \r\n\n'),
    writeFile(folder, 'suppressions.csv', 'customer_id,suppression_reason,effective_from,effective_to\n'),
  ]);
  await seeTold(page, '1 file is loaded');
  await see(waiting(page, 'bookings.csv')).toContainText('bookings.csv is empty: it has not even a header.');
  await see(waiting(page, 'customers.csv')).toContainText('customers.csv has no header');
  await see(source(page, 'suppressions')).toContainText('0 records');
  await waiting(page, 'bookings.csv').getByRole('button', { name: 'Read it in another way…' }).click();
  await see(dialog(page, /^How to read/)).toContainText('it has not even a header');
  expect(
    await dialog(page, /^How to read/)
      .getByRole('button', { name: 'Load it' })
      .count(),
  ).toBe(0);
});
