import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aReview, BOOKINGS, reviewed } from '../testing/a-review.ts';
import { lines } from '../testing/file-texts.ts';
import { load } from '../testing/load.ts';
import { replaceFiles, tempFolder } from '../testing/temp-folder.ts';
import { Cancelled } from '../workspace/cancel.ts';
import { correct } from './make-corrections.ts';
import { writeSupplierFile } from './supplier-file.ts';

const HEADER = 'booking_id,amount,booked_on,status,remark';

test('the supplier gets the original cells with all that was wrong in the file, in codes and in words', async () => {
  const review = await aReview({
    'booking.csv': lines(HEADER, 'a,1,,,', 'b, N/A ,soon,,"x, ""y"""', 'c,1', 'd,-,,,'),
  });
  const { db, recipe, record } = review;
  correct(review, { record: record(3), column: 'amount', text: '', all: false });
  correct(review, { record: record(5), column: 'amount', text: '2', all: false });
  const path = join(tempFolder(), 'for supplier.csv');
  const rows = await writeSupplierFile(
    db,
    recipe,
    { path, source: 'booking', filter: { state: 'open' } },
    () => {},
  );
  expect(rows).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe(
    lines(
      `${HEADER},rejection_reason,what_is_wrong,source_file,source_line`,
      'b," N/A ",soon,,"x, ""y""",amount:not_a_number|booked_on:not_a_date,"amount: Only digits with an optional sign and up to four decimals after a point are read as a number. Write it as 1234.50, without currency sign, exponent or thousands separator. booked_on: A date is a real day, written year-month-day. Write it as 2026-11-20.",booking.csv,3',
      'c,1,,,,too_few_fields,The record has fewer fields than the header. Look for a missing delimiter or a line break inside a text without quotes.,booking.csv,4',
    ),
  );
  const corrected = { path, source: 'booking', filter: { state: 'corrected' } } as const;
  expect(await writeSupplierFile(db, recipe, corrected, () => {})).toBe(1);
  expect(readFileSync(path, 'utf8')).toContain('d,-,,,,amount:not_a_number,');
});

test('a supplier’s file that comes back corrected is loaded as it is, and its own columns are not doubled', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'a,1,,,', 'b,N/A,,,', 'c,-,,,') });
  const { db, recipe, workspace, folder } = review;
  const path = join(tempFolder(), 'back.csv');
  await writeSupplierFile(db, recipe, { path, source: 'booking', filter: {} }, () => {});
  replaceFiles(folder, { 'booking.csv': readFileSync(path, 'utf8').replace('N/A', '2') });
  await load(workspace, folder, BOOKINGS);
  expect(Object.values(reviewed(db))).toEqual(['open amount:not_a_number']);
  await writeSupplierFile(db, recipe, { path, source: 'booking', filter: {} }, () => {});
  const [header] = readFileSync(path, 'utf8').split('\n');
  expect(header).toBe(`${HEADER},rejection_reason,what_is_wrong,source_file,source_line`);
});

test('a file that cannot be written whole is not written at all', async () => {
  const { db, recipe } = await aReview({ 'booking.csv': lines(HEADER, 'a,x,,,', 'b,y,,,') });
  const folder = tempFolder({ 'list.csv': 'before' });
  const file = { path: join(folder, 'list.csv'), source: 'booking', filter: {} };
  const stop = () => {
    throw new Cancelled();
  };
  await expect(writeSupplierFile(db, recipe, file, stop)).rejects.toThrow(Cancelled);
  for (const [path, says] of [
    [join(folder, 'no', 'x.csv'), 'it does not exist'],
    [join(folder, 'list.csv', 'x.csv'), 'a part of the path is a file'],
    [folder, 'is a folder'],
  ] as const) {
    await expect(writeSupplierFile(db, recipe, { ...file, path }, () => {})).rejects.toThrow(says);
  }
  expect(readdirSync(folder)).toEqual(['list.csv']);
  expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toBe('before');
});
