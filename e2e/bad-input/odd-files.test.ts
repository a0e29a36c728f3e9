import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectFailed, expectRefused } from '../support/expectations.ts';
import { readFaults, readRows } from '../support/read-csv.ts';
import { readOut, readReconciliation } from '../support/read-out.ts';
import { runMuster } from '../support/run-muster.ts';
import { AS_OF, CUSTOMERS, runSmall, SMALL, SUPPRESSIONS, small } from '../support/small-input.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { gz, lines, writeFile, writeFiles } from '../support/write-files.ts';

const NOBODY = 65_534;

describe('files that are no CSV', () => {
  test.each([
    ['a zip', 'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000data.csv'],
    ['a spreadsheet', 'PK\u0003\u0004\u0014\u0000\u0006\u0000\u0008\u0000[Content_Types].xml'],
  ])('%s under the name of a CSV is refused by name', async (_, text) => {
    const run = await runSmall({ 'suppressions.csv': Buffer.from(text, 'latin1') });
    expectRefused(run, 'suppressions.csv', /zip|xlsx|excel|spreadsheet/i);
  });

  test('a folder under the name of a CSV is refused by name', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'in', 'suppressions.csv'), { recursive: true });
    const run = await runSmall({ 'suppressions.csv': null }, { folder });
    expectRefused(run, 'suppressions.csv', /folder|directory/i);
  });

  test('a pipe under the name of a CSV is refused by name, and nobody waits for it', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'in'));
    execFileSync('mkfifo', [join(folder, 'in', 'suppressions.csv')]);
    const run = await runSmall({ 'suppressions.csv': null }, { folder, timeoutMs: 10_000 });
    expectRefused(run, 'suppressions.csv');
  });

  test('gzip under the name of a CSV is refused by name, and says what to rename', async () => {
    const run = await runSmall({ 'suppressions.csv': gz(SMALL['suppressions.csv'] ?? '') });
    expectRefused(run, 'suppressions.csv', /gz/i);
  });

  test('text under the name of a gzip file is refused by name', async () => {
    const run = await runSmall({
      'suppressions.csv': null,
      'suppressions.csv.gz': SMALL['suppressions.csv'] ?? '',
    });
    expectRefused(run, 'suppressions.csv.gz');
  });

  test('a gzip file that is cut off or damaged is refused by name', async () => {
    const whole = gz(
      lines(SUPPRESSIONS, ...Array.from({ length: 5000 }, (_, n) => `${n},reason ${n * 7919},,`)),
    );
    const damaged = Uint8Array.from(whole, (byte, at) => (at === whole.length >> 1 ? byte ^ 0xff : byte));
    for (const bytes of [whole.subarray(0, whole.length - 20), whole.subarray(0, 5), damaged]) {
      const run = await runSmall({ 'suppressions.csv': null, 'suppressions.csv.gz': bytes });
      expectRefused(run, 'suppressions.csv.gz', /gz|damaged|corrupt|compress/i);
    }
  });

  test('a gzip file of several members is read whole', async () => {
    const text = SMALL['bookings.csv'] ?? '';
    const parts = [text.slice(0, 100), text.slice(100)].map((part) => gz(part));
    const run = await runSmall({ 'bookings.csv': null, 'bookings.csv.gz': Buffer.concat(parts) });
    expect(readReconciliation(run.out).sources[1]).toMatchObject({ read: 3, accepted: 3 });
  });

  test('a gzip file of nothing is refused by name', async () => {
    const run = await runSmall({ 'suppressions.csv': null, 'suppressions.csv.gz': gz('') });
    expectRefused(run, 'suppressions.csv.gz', /empty|no header/i);
  });
});

describe('records out of all proportion', () => {
  test('a record of 200 MB is one rejected line, in bounded memory', async () => {
    const folder = tempFolder();
    const path = writeFile(join(folder, 'in'), 'suppressions.csv', lines(SUPPRESSIONS, '1,a,,'));
    const chunk = Buffer.alloc(10_000_000, 'x');
    const file = openSync(path, 'a');
    writeSync(file, '2,');
    for (let written = 0; written < 20; written++) writeSync(file, chunk);
    writeSync(file, ',,\n3,c,,\n');
    closeSync(file);
    const timings = join(folder, 'timings.json');
    // The file is there already, so it is not written over.
    const run = await runSmall({ 'suppressions.csv': null }, { folder, args: ['--timings', timings] });
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(readFaults(run.out, 'suppressions')).toEqual(['suppressions.csv:3 unreadable']);
    expect(readReconciliation(run.out).sources[3]).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
    const cells = readRows(run.out, 'rejected-suppressions.csv')[1]?.slice(0, 4);
    expect(cells?.map((cell) => cell.length)).toEqual([1, 65_536 - 2, 0, 0]);
    expect(JSON.parse(readFileSync(timings, 'utf8')).peak_rss_bytes).toBeLessThan(400_000_000);
  });

  test('a record just under the bound is a record like others', async () => {
    const long = 'x'.repeat(1_048_000);
    const run = await runSmall({
      'customers.csv': lines(
        CUSTOMERS,
        `1,a@b.de,${long},,1,2026-01-01`,
        `2,"${long}",${long},,1,2026-01-01`,
      ),
    });
    expect(readRows(run.out, 'audience.csv')[1]?.[2]).toBe(long);
    expect(readFaults(run.out, 'customers')).toEqual(['customers.csv:3 unreadable']);
  });

  test('a quote that stays open beyond the bound costs its first line only', async () => {
    const many = Array.from({ length: 40_000 }, (_, n) => `${n},${'reason '.repeat(5)},,`);
    const run = await runSmall({ 'suppressions.csv': lines(SUPPRESSIONS, '1,"open,,', ...many) });
    expect(readFaults(run.out, 'suppressions')).toEqual(['suppressions.csv:2 unreadable']);
    expect(readReconciliation(run.out).sources[3]).toMatchObject({ read: 40_001, accepted: 40_000 });
  });

  test('a file of many columns and a record of many more are read', async () => {
    const header = ['customer_id', ...Array.from({ length: 2000 }, (_, n) => `c${n}`)].join(',');
    const run = await runSmall({
      'suppressions.csv': lines(header, `1${','.repeat(2000)}`, ','.repeat(100_000)),
    });
    expect(readFaults(run.out, 'suppressions')).toEqual(['suppressions.csv:3 too_many_fields']);
  });
});

describe('files that others hold', () => {
  test('a file without the right to read it is refused by name', async ({ skip }) => {
    const folder = tempFolder();
    const root = process.getuid?.() === 0;
    if (root && !canRunAs(NOBODY)) skip('root reads everything, and cannot run as nobody here');
    writeFiles(join(folder, 'in'), small());
    chmodSync(folder, 0o777);
    chmodSync(join(folder, 'in', 'suppressions.csv'), 0o000);
    const out = join(folder, 'out');
    const args = ['run', 'eligible-audience', '--in', join(folder, 'in'), '--out', out, '--as-of', AS_OF];
    const result = await runMuster(args, root ? { uid: NOBODY } : {});
    expectFailed(result, 'suppressions.csv', /permission|denied|not allowed|right/i);
    expect(readOut(out)).toBeUndefined();
  });

  test('a file that grows while it is read ends the run by name', async () => {
    const folder = tempFolder();
    const record = '1,old@example.com,Bavaria,silver,1,2026-01-01T10:00:00Z';
    const path = writeFile(
      join(folder, 'in'),
      'customers.csv',
      lines(CUSTOMERS, record).concat(
        `${record}
`.repeat(400_000),
      ),
    );
    const writer = setInterval(() => appendFileSync(path, `${record}\n`), 2);
    try {
      const run = await runSmall({ 'customers.csv': null }, { folder });
      expectRefused(run, 'customers.csv', /chang|grew|grow|writ/i);
    } finally {
      clearInterval(writer);
    }
  });
});

function canRunAs(uid: number): boolean {
  try {
    execFileSync(process.execPath, ['--version'], { uid, gid: uid, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
