import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFaults, readRows } from './support/read-csv.ts';
import { readManifest, readOut, readReconciliation, sha256 } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { AS_OF, runSmall, SMALL, small } from './support/small-input.ts';
import { tempFolder } from './support/temp-folder.ts';
import { gz, writeFiles } from './support/write-files.ts';

describe('run', () => {
  test('the result is a funnel on standard output, and a pipe hears no progress', async () => {
    const { exit, stdout, stderr, out } = await runSmall();
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const { stages } = readReconciliation(out);
    // A stage may be shown by its name or by its title.
    expect(stages.length).toBe(8);
    for (const shown of [/population/i, /inactive|closed/i, /suppressed/i, /delivered/i])
      expect(stdout).toMatch(shown);
    expect(stdout).not.toContain('\u001B');
  });

  test('the files of a run are those that the recipe promises', async () => {
    const { out } = await runSmall();
    expect(readdirSync(out).toSorted()).toEqual([
      'audience.csv',
      'dropouts.csv',
      'manifest.json',
      'reconciliation.json',
      'rejected-bookings.csv',
      'rejected-consent-events.csv',
      'rejected-customers.csv',
      'rejected-suppressions.csv',
    ]);
    expect(readFileSync(join(out, 'audience.csv'), 'utf8')).toBe(
      'customer_id,email,home_state,loyalty_tier,bookings_last_365_days,total_spend_last_365_days,last_booking_date\n' +
        '1,ann@example.com,Bavaria,gold,2,120.50,2026-11-01\n',
    );
    expect(readFileSync(join(out, 'dropouts.csv'), 'utf8')).toBe(
      'customer_id,stage,reason,detail,also\n2,inactive,inactive,,no_recent_booking\n',
    );
  });

  test('--json says on standard output what the reconciliation file says, byte for byte', async () => {
    const { stdout, out } = await runSmall({}, { args: ['--json'] });
    const written = readFileSync(join(out, 'reconciliation.json'), 'utf8');
    expect(stdout).toBe(written);
    expect(written).toBe(`${JSON.stringify(JSON.parse(written), null, 2)}\n`);
  });

  test('the manifest has the name, rows, bytes and sha256 of every other file and of every input', async () => {
    const { out, input } = await runSmall({
      'bookings.csv': null,
      'bookings.csv.gz': gz(SMALL['bookings.csv'] ?? ''),
    });
    const { inputs, files, ...rest } = readManifest(out);
    expect(rest).toEqual({
      recipe: 'eligible-audience',
      version: '1.0.0',
      as_of: AS_OF,
      params: { window_days: 365 },
    });
    const expected = readdirSync(out)
      .filter((name) => name !== 'manifest.json')
      .toSorted()
      .map((name) => {
        const bytes = readFileSync(join(out, name));
        const rows = name.endsWith('.csv') ? readRows(out, name).length - 1 : null;
        return { name, rows, bytes: bytes.length, sha256: sha256(bytes) };
      });
    expect(files.toSorted((left, right) => (left.name < right.name ? -1 : 1))).toEqual(expected);
    for (const { name, bytes, sha256: hash } of inputs) {
      const stored = readFileSync(join(input, name));
      expect({ name, bytes, hash }).toEqual({ name, bytes: stored.length, hash: sha256(stored) });
    }
    expect(inputs.map(({ name }) => name).toSorted()).toEqual(readdirSync(input).toSorted());
  });

  test('the same files give the same bytes, wherever they lie', async () => {
    const [first, second] = [await runSmall(), await runSmall()];
    expect(readOut(second.out)).toEqual(readOut(first.out));
  });

  test('neither the time zone nor the language of the machine shows in the files', async () => {
    const there = { env: { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } };
    const [here, far] = [await runSmall(), await runSmall({}, there)];
    expect(readOut(far.out)).toEqual(readOut(here.out));
  });

  test('a parameter changes the outcome and stands in the reconciliation', async () => {
    const { out } = await runSmall({}, { args: ['--param', 'window_days=10'] });
    const { params, outcome } = readReconciliation(out);
    expect(params).toEqual({ window_days: 10 });
    expect(outcome).toMatchObject({ entered: 2, delivered: 0, dropped: 2 });
  });

  test('relative paths are relative to where the user stands', async () => {
    const cwd = tempFolder();
    writeFiles(join(cwd, 'files'), small());
    const args = ['run', 'eligible-audience', '--in', 'files', '--out', 'sub', '--workspace', 'w.muster'];
    const { exit, stderr } = await runMuster([...args, '--as-of', AS_OF], { cwd });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(readdirSync(cwd).filter((name) => !/^w\.muster-/.test(name))).toEqual([
      'files',
      'sub',
      'w.muster',
    ]);
    expect(readReconciliation(join(cwd, 'sub')).outcome.delivered).toBe(1);
  });

  test('without --as-of a run looks at today', async () => {
    const folder = tempFolder();
    writeFiles(join(folder, 'in'), small());
    const before = today();
    await runMuster(['run', 'eligible-audience', '--in', join(folder, 'in'), '--out', join(folder, 'out')]);
    expect([before, today()]).toContain(readReconciliation(join(folder, 'out')).as_of);
  });
});

describe('run with a workspace', () => {
  test('a second run knows the files, says so, and writes the same bytes', async () => {
    const folder = tempFolder();
    const args = ['--workspace', join(folder, 'w.muster')];
    const first = await runSmall({}, { folder, args });
    const before = readOut(first.out);
    const second = await runSmall({}, { folder, args });
    expect({ exit: second.exit, stderr: second.stderr }).toMatchObject({ exit: 0 });
    expect(readOut(second.out)).toEqual(before);
    expect(second.stdout + second.stderr).toMatch(/already/i);
    expect(first.stdout + first.stderr).not.toMatch(/already/i);
  });

  test('a changed file is loaded in place of the old one', async () => {
    const folder = tempFolder();
    const args = ['--workspace', join(folder, 'w.muster')];
    await runSmall({}, { folder, args });
    const changes = { 'customers.csv': (SMALL['customers.csv'] ?? '').replace('maybe', '1') };
    const again = await runSmall(changes, { folder, args });
    const fresh = await runSmall(changes);
    expect(readOut(again.out)).toEqual(readOut(fresh.out));
    expect(readReconciliation(again.out).sources[0]).toMatchObject({ read: 4, accepted: 4, rejected: 0 });
  });
});

describe('check', () => {
  test('it reads and validates, and writes nothing', async () => {
    const cwd = tempFolder();
    writeFiles(cwd, small());
    const { exit, stdout, stderr } = await runMuster(['check', 'eligible-audience', '--in', '.'], { cwd });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('customers');
    expect(readdirSync(cwd).toSorted()).toEqual(Object.keys(SMALL).toSorted());
  });

  test('--json has the figures of each source and what was assumed of each file', async () => {
    const cwd = tempFolder();
    writeFiles(cwd, small());
    const { stdout } = await runMuster(['check', 'eligible-audience', '--in', cwd, '--json']);
    const said = JSON.parse(stdout);
    const bytes = Buffer.from(SMALL['customers.csv'] ?? '');
    expect(said).toMatchObject({ recipe: 'eligible-audience' });
    expect(said).not.toHaveProperty('warnings');
    expect(said.sources[0]).toEqual({
      source: 'customers',
      files: ['customers.csv'],
      read: 4,
      accepted: 3,
      rejected: 1,
      codes: { 'is_active:not_a_boolean': 1 },
      imports: [
        {
          file: 'customers.csv',
          bytes: bytes.length,
          sha256: sha256(bytes),
          encoding: expect.stringMatching(/utf-?8/i),
          shape: 'delimited',
          delimiter: ',',
          read: 4,
          accepted: 3,
          rejected: 1,
        },
      ],
    });
    expect(said.sources).toHaveLength(4);
  });
});

describe('the rejected file', () => {
  test('it can be corrected and loaded again as it is', async () => {
    const first = await runSmall();
    const rejected = readFileSync(join(first.out, 'rejected-customers.csv'), 'utf8');
    expect(rejected).toBe(
      'customer_id,email,home_state,loyalty_tier,is_active,updated_at,rejection_reason,source_file,source_line\n' +
        '3,carl@example.com,Saxony,,maybe,2026-01-01T10:00:00Z,is_active:not_a_boolean,customers.csv,5\n',
    );
    const corrected = await runSmall({ 'customers.csv': rejected.replace('maybe', 'yes') });
    expect(readReconciliation(corrected.out).sources[0]).toMatchObject({ read: 1, accepted: 1, rejected: 0 });
  });

  test('loaded again uncorrected, it is rejected for the same reason, and its columns do not pile up', async () => {
    const first = await runSmall();
    const folder = tempFolder();
    mkdirSync(join(folder, 'in'));
    for (const name of Object.keys(SMALL)) copyFileSync(join(first.input, name), join(folder, 'in', name));
    const rejected = readFileSync(join(first.out, 'rejected-customers.csv'), 'utf8');
    writeFileSync(join(folder, 'in', 'customers.csv'), rejected);
    const out = join(folder, 'out');
    await runMuster(['run', 'eligible-audience', '--in', join(folder, 'in'), '--out', out, '--as-of', AS_OF]);
    expect(readFaults(out, 'customers')).toEqual(['customers.csv:2 is_active:not_a_boolean']);
    expect(readFileSync(join(out, 'rejected-customers.csv'), 'utf8')).toBe(rejected.replace(',5\n', ',2\n'));
  });
});

function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
