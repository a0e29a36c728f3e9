import { expect, test } from 'vitest';
import { apiOf } from '../../electron/web/testing/api-of.ts';
import { AS_OF, BOOKINGS, CONSENTS, CUSTOMERS, SMALL } from '../support/small-input.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { latin1, lines, utf16le, writeFile } from '../support/write-files.ts';
import { chooseFiles, dropFiles, loadIt, match, pick, source, waiting } from './pages/files.ts';
import { asOf, dialog, goTo, runRecipe, seeTold, stepLink } from './pages/frame.ts';
import { newWorkspace } from './pages/home.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

test('files of any encoding that are dropped find their sources, and what was assumed is said', async () => {
  const { page } = await openApp();
  await newWorkspace(page);
  await dropFiles(page, {
    'customers.csv': utf16le(lines(CUSTOMERS, '1,ann@example.com,Bavaria,gold,1,2026-01-01')),
    'bookings June.csv': latin1(lines(BOOKINGS, 'B1,1,2026-10-01,10,COMPLETED,Café Zürich,web')),
    'who said yes.csv': lines(CONSENTS.replaceAll(',', ';'), 'E1;1;email;OPT_IN;2026-01-01'),
    'suppressions.csv': `\uFEFF${SMALL['suppressions.csv']?.replaceAll('\n', '\r\n')}`,
  });
  await seeTold(page, '4 files are loaded.');
  await see(source(page, 'customers')).toContainText('UTF-16LE');
  await see(source(page, 'bookings')).toContainText('WINDOWS-1252');
  await see(source(page, 'consent_events')).toContainText('semicolon');
  await source(page, 'bookings').getByRole('button', { name: 'How it was read' }).click();
  await source(page, 'bookings').getByRole('button', { name: 'Show the lines' }).first().click();
  await see(source(page, 'bookings')).toContainText('Café Zürich');
  await asOf(page).fill(AS_OF);
  await runRecipe(page);
  await see(stepLink(page, 'Audience')).toHaveText(/1$/);
});

test('what cannot be loaded waits with its reason, until the user says what it is', async () => {
  const folder = tempFolder();
  const { page, host } = await openApp();
  await newWorkspace(page);
  await chooseFiles(page, [
    writeFile(folder, 'customers.xlsx', Buffer.from('PK\u0003\u0004 and so on', 'latin1')),
    writeFile(folder, 'no mail.csv', lines('Kundennummer;Grund', '9;complaint')),
    writeFile(
      folder,
      'bookings.csv',
      lines(BOOKINGS.replace('booking_amount', 'Betrag'), 'B1,1,2026-10-01,7,COMPLETED,,web'),
    ),
  ]);
  await seeTold(page, '3 files wait for you.');
  await see(stepLink(page, 'Files')).toContainText('missing');
  await see(waiting(page, 'customers.xlsx')).toContainText('is a zip archive or an Excel workbook');
  await waiting(page, 'customers.xlsx').getByRole('button', { name: 'Dismiss customers.xlsx' }).click();
  await see(waiting(page, 'customers.xlsx')).toHaveCount(0);

  await waiting(page, 'no mail.csv').getByRole('button', { name: 'Which source is it?' }).click();
  await pick(page, dialog(page, /^How to read/), 'Which source is it?', /^suppressions/);
  await match(page, 'customer_id', 'Kundennummer');
  await loadIt(page);
  await see(source(page, 'suppressions')).toContainText('Ready');

  await see(waiting(page, 'bookings.csv')).toContainText('has no column booking_amount');
  await waiting(page, 'bookings.csv').getByRole('button', { name: 'Match the columns…' }).click();
  await match(page, 'booking_amount', 'Betrag');
  await loadIt(page);
  await see(source(page, 'bookings')).toContainText('Ready');

  const { api } = await apiOf(host.url);
  const workspace = (await api.workspaces.home()).recents[0]?.path ?? '';
  const { sources } = await api.files.list({ workspace });
  expect(sources.map(({ accepted }) => accepted)).toEqual([0, 1, 0, 1]);

  await dropFiles(page, {
    'bookings.csv': lines(
      BOOKINGS.replace('booking_amount', 'Betrag'),
      'B1,1,2026-10-01,7,COMPLETED,,web',
      'B2,1,2026-10-01,8,COMPLETED,,web',
    ),
  });
  await seeTold(page, '1 file is loaded.');
  await see(source(page, 'bookings')).toContainText('2 records');
  await goTo(page, 'Quarantine');
  await see(page.getByRole('main')).toContainText('Nothing is in quarantine');
});
