import { expect, test } from 'vitest';
import { dropFiles, loadIt, source, waiting } from './pages/files.ts';
import { dialog, goTo, seeTold, stepLink } from './pages/frame.ts';
import { newWorkspace } from './pages/home.ts';
import { recordPanel } from './pages/quarantine.ts';
import { openApp } from './support/open-app.ts';
import { see } from './support/see.ts';

/** A booking as JSON. */
function booking(values: object): string {
  const given = {
    customer_id: '007',
    booking_date: '2026-01-02',
    booking_amount: 1.5,
    booking_status: 'completed',
  };
  return JSON.stringify({ ...given, ...values });
}

test('JSON is recognised by its keys, matched, and says how it was read', async () => {
  const { page } = await openApp();
  await newWorkspace(page);
  const rows = [
    booking({ 'Booking No': 1, device: { os: 'x' } }),
    booking({ 'Booking No': 2, booking_amount: 'ten' }),
    '{"No":3',
  ];
  await dropFiles(page, { 'export.jsonl': rows.join('\n') });
  await seeTold(page, '1 file waits for you.');
  await see(waiting(page, 'export.jsonl')).toContainText('say which source it is');
  await waiting(page, 'export.jsonl').getByRole('button').first().click();
  const asked = dialog(page, /^How to read/);
  await see(asked.getByRole('combobox', { name: 'Header for booking_id' })).toHaveValue('Booking No');
  await see(asked.getByRole('combobox', { name: 'Encoding' })).toBeVisible();
  expect(await asked.getByRole('combobox', { name: 'Between the fields' }).count()).toBe(0);
  await loadIt(page);
  const card = source(page, 'bookings');
  await see(card).toContainText('UTF-8 · JSON Lines');
  await card.getByRole('button', { name: 'How it was read' }).click();
  await see(card).toContainText('export.jsonl is JSON Lines: one object a line.');
  await see(card).toContainText('"Booking No" stands for booking_id, as you decided.');
  await see(stepLink(page, 'Quarantine')).toHaveText('Quarantine2');

  await dropFiles(page, { 'more.json': `[${booking({ booking_id: 4 })},${booking({ booking_id: 5 })}]` });
  await seeTold(page, '1 file is loaded.');
  await see(card).toContainText('UTF-8 · JSON array');
  await card.getByRole('button', { name: 'How it was read' }).last().click();
  await see(card).toContainText('more.json is one JSON array, not an object a line');
  await goTo(page, 'Quarantine');
  await see(page.getByRole('grid')).toContainText('{"No":3');
  await page.getByRole('gridcell', { name: 'Unreadable' }).dblclick();
  const panel = recordPanel(page);
  await see(panel).toContainText('It is no JSON object that can be read');
  await see(panel.getByRole('region', { name: 'Cells' })).toHaveText(
    'The record, as the file has it{"No":3Write the cells anew…',
  );
  await panel.getByRole('button', { name: 'Write the cells anew…' }).click();
  await see(panel.getByRole('textbox', { name: 'Booking No' })).toHaveValue('');
});
