import { describe, expect, test } from 'vitest';
import { expectRefused } from '../support/expectations.ts';
import { readCsv } from '../support/read-csv.ts';
import { rejectedOf, runSmall, SMALL, SUPPRESSIONS, tell } from '../support/small-input.ts';
import { latin1, lines, utf16be, utf16le } from '../support/write-files.ts';

const CUSTOMERS_FILE = (SMALL['customers.csv'] ?? '').replaceAll('Bavaria', 'Baviére');

describe('text is decoded as what it is', () => {
  test.each([
    ['UTF-8', Buffer.from(CUSTOMERS_FILE)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${CUSTOMERS_FILE}`)],
    ['UTF-16 LE with a mark', utf16le(CUSTOMERS_FILE)],
    ['UTF-16 BE with a mark', utf16be(CUSTOMERS_FILE)],
    ['Windows-1252', latin1(CUSTOMERS_FILE)],
  ])('%s', async (name, bytes) => {
    const run = await runSmall({ 'customers.csv': bytes }, { args: ['--json'] });
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(readCsv(run.out, 'audience.csv')[0]).toMatchObject({ customer_id: '1', home_state: 'Baviére' });
    const { warnings = [] } = JSON.parse(run.stdout);
    expect(warnings).toEqual(
      name === 'Windows-1252' ? [expect.stringMatching(/customers\.csv.*Windows-1252/s)] : [],
    );
  });

  test('a file whose every character is above U+00FF is no less UTF-16', async () => {
    const file = `${SUPPRESSIONS}\r\n1,日本語,,\r\n`;
    expect(await tell('suppressions', { 'suppressions.csv': utf16le(file) })).toMatchObject({ accepted: 1 });
  });

  test('UTF-16 without a mark is refused by name', async () => {
    for (const bytes of [utf16le(CUSTOMERS_FILE, false), utf16be(CUSTOMERS_FILE, false)]) {
      expectRefused(await runSmall({ 'customers.csv': bytes }), 'customers.csv', /UTF-16/i);
    }
  });
});

describe('bytes that are no text', () => {
  const withBytes = (mark: string, ...bad: readonly number[]) =>
    Buffer.concat([
      Buffer.from(`${mark}${lines(SUPPRESSIONS, '1,fine,,')}2,b`),
      Buffer.from(bad),
      Buffer.from('d,,\n3,é,,\n'),
    ]);

  test('one such byte makes the whole file Windows-1252, which the report says', async () => {
    const run = await runSmall({ 'suppressions.csv': withBytes('', 0xe9) }, { args: ['--json'] });
    const { sources, warnings } = JSON.parse(run.stdout);
    expect(sources[3]).toMatchObject({ read: 3, accepted: 3 });
    expect(warnings).toEqual([expect.stringMatching(/suppressions\.csv.*Windows-1252/s)]);
  });

  test('where a mark promised UTF-8, only the record that breaks the promise is unreadable', async () => {
    const told = await tell('suppressions', { 'suppressions.csv': withBytes('\uFEFF', 0xe9) });
    expect(told).toEqual({ accepted: 2, faults: ['suppressions.csv:3 unreadable'], warnings: [] });
  });

  test('half a character of UTF-16 is unreadable alone', async () => {
    const file = `\uFEFF${lines(SUPPRESSIONS, '1,fine,,', '2,\uD83D,,', '3,😀,,')}`;
    const told = await tell('suppressions', { 'suppressions.csv': Buffer.from(file, 'utf16le') });
    expect(told).toEqual({ accepted: 2, faults: ['suppressions.csv:3 unreadable'], warnings: [] });
  });

  test.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])('byte %i means nothing in Windows-1252', async (byte) => {
    const told = await tell('suppressions', { 'suppressions.csv': withBytes('', byte) });
    expect(told).toMatchObject({ accepted: 2, faults: ['suppressions.csv:3 unreadable'] });
    expect(told.warnings).toHaveLength(1);
  });

  test('a record with a NUL is unreadable, and those around it are not', async () => {
    const changes = { 'suppressions.csv': withBytes('', 0x00) };
    expect(await tell('suppressions', changes)).toEqual({
      accepted: 2,
      faults: ['suppressions.csv:3 unreadable'],
      warnings: [],
    });
    const [, row] = await rejectedOf('suppressions', changes);
    expect(row).toEqual(['2', 'b\0d', '', '', 'unreadable', 'suppressions.csv', '3']);
  });

  test('a character that is no ASCII at the very end of a block of the file survives', async () => {
    // Around the sizes in which files are usually read, a character of four bytes lies across the border.
    for (const border of [65_536, 262_144, 1_048_576]) {
      const start = lines(SUPPRESSIONS);
      const filler = `0,${'x'.repeat(996)},,\n`;
      const many = filler.repeat(Math.floor((border - start.length - 10) / filler.length));
      const before = start + many;
      const last = `2,${'y'.repeat(border - before.length - 4)}😀,,\n`;
      const told = await tell('suppressions', { 'suppressions.csv': before + last + lines('3,"a\r\nb",,') });
      expect(told).toMatchObject({ faults: [], warnings: [] });
    }
  });
});
