import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectFailed, expectRefused } from '../support/expectations.ts';
import { readReconciliation } from '../support/read-out.ts';
import { runMuster } from '../support/run-muster.ts';
import { rejectedOf, runSmall, SMALL, SUPPRESSIONS, small, tell } from '../support/small-input.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { gz, lines, writeFiles } from '../support/write-files.ts';

const suppressions = (text: string) => tell('suppressions', { 'suppressions.csv': text });

describe('headers', () => {
  test.each([
    'CUSTOMER_ID,SUPPRESSION_REASON,EFFECTIVE_FROM,EFFECTIVE_TO',
    'Customer ID,Suppression Reason,Effective From,Effective To',
    'customer-id,suppression-reason,effective-from,effective-to',
    '" customerId ","SuppressionReason",effectivefrom,EffectiveTo',
  ])('%s are the declared columns', async (header) => {
    expect(await suppressions(lines(header, '1,a,2026-02-30,'))).toMatchObject({
      faults: ['suppressions.csv:2 effective_from:not_a_date'],
    });
  });

  test.each([';', '\t', '|'])('%j is told as the delimiter', async (delimiter) => {
    const text = lines(SUPPRESSIONS, '1,"a,b;c|d\te",,', '2,x').replaceAll(',', delimiter);
    expect(await suppressions(text)).toMatchObject({
      accepted: 1,
      faults: ['suppressions.csv:3 too_few_fields'],
    });
  });

  test('the delimiter is told by the columns that it finds, not by how often it occurs', async () => {
    const text = lines('customer_id;"a,b,c,d,e,f";suppression_reason', '1;x,y;why', '2;x');
    expect(await suppressions(text)).toMatchObject({
      accepted: 1,
      faults: ['suppressions.csv:3 too_few_fields'],
    });
  });

  test('columns stand in any order, and those that need not be there need not', async () => {
    expect(await suppressions(lines('effective_to,note,customer_id', '2026-01-01,x,1', 'never,y,2'))).toEqual(
      {
        accepted: 1,
        faults: ['suppressions.csv:3 effective_to:not_a_date'],
        warnings: [],
      },
    );
  });

  test('blank and unknown headers cost nothing and come back in the rejected file', async () => {
    const text = lines('customer_id,,Note,,Note', '1,a,b,c,d', ',e,"f ",g,h');
    expect(await rejectedOf('suppressions', { 'suppressions.csv': text })).toEqual([
      ['customer_id', '', 'Note', '', 'Note', 'rejection_reason', 'source_file', 'source_line'],
      ['', 'e', 'f ', 'g', 'h', 'customer_id:missing_value', 'suppressions.csv', '3'],
    ]);
  });

  test('two headers of one meaning are refused, both named', async () => {
    const text = lines('customer_id,Customer ID,suppression_reason', '1,2,a');
    const run = await runSmall({ 'suppressions.csv': text });
    expectRefused(run, 'suppressions.csv', 'customer_id', 'Customer ID');
  });

  test('a missing required column is named, with the header that may be it', async () => {
    const customers = (SMALL['customers.csv'] ?? '').replace('customer_id', 'custmer_id');
    expectRefused(
      await runSmall({ 'customers.csv': customers }),
      'customers.csv',
      /customer_id/,
      /custmer_id/,
    );
  });

  test('a missing required column is named together with the headers that were found', async () => {
    const run = await runSmall({ 'suppressions.csv': lines('who,why', '1,2') });
    expectRefused(run, 'suppressions.csv', 'customer_id', 'who', 'why');
  });

  test('in one of several files of a source, the file without the column is named', async () => {
    const run = await runSmall({
      'suppressions.csv': null,
      'suppressions_1.csv': lines(SUPPRESSIONS),
      'suppressions_2.csv': lines('reason', 'x'),
    });
    expectRefused(run, 'suppressions_2.csv', 'customer_id');
  });
});

describe('which files a source takes', () => {
  test('a required source without a file is named with the names that it takes and what was found', async () => {
    const run = await runSmall({ 'bookings.csv': null, 'boookings.csv': 'x\n' });
    expectRefused(run, 'bookings', /bookings\*?\.csv/, 'boookings.csv');
  });

  test('the first name that matches decides, and a file that no source takes is named', async () => {
    const run = await runSmall({ 'customers_old.csv': SMALL['customers.csv'] ?? '', 'notes.txt': 'x' });
    const { sources, warnings = [] } = readReconciliation(run.out);
    expect(sources[0]?.files).toEqual(['customers.csv']);
    expect(warnings.join('\n')).toContain('customers_old.csv');
    expect(warnings.join('\n')).toContain('notes.txt');
    expect(run.stdout).toContain('customers_old.csv');
  });

  test('all files that one name matches are one source, in name order, zipped or not, in any case', async () => {
    const [header = '', ...records] = (SMALL['bookings.csv'] ?? '').trimEnd().split('\n');
    const file = (index: number) => lines(header, records[index] ?? '');
    const run = await runSmall({
      'bookings.csv': null,
      'bookings_b.csv': file(1),
      'BOOKINGS_C.CSV': file(2),
      'Bookings_a.csv.GZ': gz(file(0)),
    });
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    const { sources, outcome } = readReconciliation(run.out);
    expect(sources[1]).toMatchObject({
      files: ['BOOKINGS_C.CSV', 'Bookings_a.csv.GZ', 'bookings_b.csv'],
      accepted: 3,
    });
    expect(outcome.delivered).toBe(1);
  });

  test('a key that an earlier file holds is a duplicate in a later one', async () => {
    const files = {
      'bookings.csv': null,
      'bookings_1.csv': SMALL['bookings.csv'] ?? '',
      'bookings_2.csv': SMALL['bookings.csv'] ?? '',
    };
    const { accepted, faults } = await tell('bookings', files);
    expect(accepted).toBe(3);
    expect(faults).toEqual([2, 3, 4].map((line) => `bookings_2.csv:${line} booking_id:duplicate_key`));
  });

  test('a hidden file is not taken by a name with a star', async () => {
    const run = await runSmall({ 'suppressions.csv': null, '.suppressions_1.csv': lines(SUPPRESSIONS) });
    expectRefused(run, 'suppressions');
  });

  test('a folder that is not there, or is a file, is named', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a-file'), 'x');
    mkdirSync(join(folder, 'empty'));
    for (const name of ['nowhere', 'a-file', 'empty']) {
      const args = ['--in', join(folder, name), '--out', join(folder, 'out')];
      expectFailed(await runMuster(['run', 'eligible-audience', ...args]), name);
      expectFailed(await runMuster(['check', 'eligible-audience', '--in', join(folder, name)]), name);
    }
  });

  test('a file that is not needed may lie in a folder inside', async () => {
    const folder = tempFolder();
    writeFiles(folder, { ...small(), 'archive/customers.csv': 'nonsense' });
    const { exit } = await runMuster(['check', 'eligible-audience', '--in', folder]);
    expect(exit).toBe(0);
  });
});
