import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { AuditReport } from '../electron/contract/audits.ts';
import { runAudit, SOUND } from './audit/audit-input.ts';
import { expectFailed, expectWrongUsage } from './support/expectations.ts';
import { readRows } from './support/read-csv.ts';
import { readOut } from './support/read-out.ts';
import { MAIN, startMuster } from './support/run-muster.ts';
import { gz, lines, utf16le, writeFiles } from './support/write-files.ts';

function reportOf(out: string): AuditReport {
  return JSON.parse(readFileSync(join(out, 'audit.json'), 'utf8')) as AuditReport;
}

describe('an audit', () => {
  test('of a sound pipeline finds nothing, ends with 0 and writes two files', async () => {
    const run = await runAudit();
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    expect([...(readOut(run.out)?.keys() ?? [])]).toEqual(['audit.json', 'findings.csv']);
    expect(readRows(run.out, 'findings.csv')).toEqual([
      ['kind', 'stage', 'solution_id', 'client_id', 'detail'],
    ]);
    const report = reportOf(run.out);
    expect(report.findings).toEqual([]);
    expect(report.outcome).toEqual({
      entered: 5,
      targets: 2,
      traced: 3,
      unreported: 0,
      missing: 0,
      contradictory: 0,
      balanced: true,
    });
    expect(run.stdout).toContain('Balanced. 5 entered, 2 targets, 3 traced; every key is accounted for.');
  });

  test('of one that loses and multiplies ends with 3 and lists each key', async () => {
    const run = await runAudit(
      {
        'trace.csv': lines('solution_id,client_id,reason', 'S1,007,blocked', 'S1,1,late', 'S1,1,again'),
        'side.csv': lines('solution_id,client_id,reason', 'S1,2,by hand'),
        'targets.csv': lines('solution_id,client_id,title', 'S1,1,a', 'S1,1,b', 'S2,2,a', 'S9,9,a'),
      },
      { more: ['--other-trace', 'side.csv', '--json'] },
    );
    expect(run.exit).toBe(3);
    const report = reportOf(run.out);
    expect(JSON.parse(run.stdout)).toEqual(report);
    expect(report.outcome).toMatchObject({
      entered: 5,
      targets: 2,
      traced: 2,
      unreported: 1,
      missing: 1,
      contradictory: 1,
    });
    expect(readRows(run.out, 'findings.csv').slice(1)).toEqual([
      ['fan_out', 'targets', 'S1', '1', '2'],
      ['silent_drop', 'offers', 'S2', '1', ''],
      ['unreported', 'offers', 'S1', '2', 'by hand'],
      ['contradiction', 'targets', 'S1', '1', 'late|again'],
      ['double_reason', 'targets', 'S1', '1', 'late|again'],
      ['appeared', 'targets', 'S9', '9', ''],
    ]);
  });

  test('writes the same bytes again, whatever the files are packed or encoded in but for their seals', async () => {
    const first = await runAudit();
    const again = await runAudit({}, { folder: first.folder });
    expect(readOut(again.out)).toEqual(readOut(first.out));
    const other = await runAudit(
      { 'offers.csv': utf16le(String(SOUND['offers.csv'])), 'trace.csv.gz': gz(String(SOUND['trace.csv'])) },
      {
        args: [
          '--key',
          'Solution ID,CLIENT_ID',
          '--stage',
          'initial=initial.csv',
          '--stage',
          'offers=offers.csv',
          '--stage',
          'targets=targets.csv',
          '--trace',
          'trace.csv.gz',
          '--out',
          'out',
        ],
      },
    );
    expect(reportOf(other.out).stages).toEqual(reportOf(first.out).stages);
    expect(reportOf(other.out).key).toEqual(['Solution ID', 'CLIENT_ID']);
  });

  test('takes several extracts and trace files behind one option, too', async () => {
    const files = ['initial', 'offers', 'targets'].map((name) => `${name}=${name}.csv`);
    const key = ['--key', 'solution_id,client_id'];
    const run = await runAudit(
      { 'more.csv': lines('solution_id,client_id,reason') },
      { args: [...key, '--stage', ...files, '--trace', 'trace.csv', 'more.csv', '--out', 'out'] },
    );
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    const { stages, inputs } = reportOf(run.out);
    expect(stages).toEqual(reportOf((await runAudit()).out).stages);
    expect(inputs.map(({ role }) => role)).toEqual(['stage', 'stage', 'stage', 'trace', 'trace']);
  });

  test('that is not balanced ends with 3 also where nobody reads what it says', async () => {
    const { folder, out } = await runAudit();
    writeFiles(folder, { 'trace.csv': lines('solution_id,client_id,reason') });
    const stages = ['--stage', 'a=initial.csv', '--stage', 'b=targets.csv', '--trace', 'trace.csv'];
    const args = ['audit', '--key', 'solution_id,client_id', ...stages, '--out', 'out', '--json'];
    const child = startMuster(args, { cwd: folder });
    child.stdout.destroy();
    const stderr = await text(child.stderr);
    expect({ exit: child.exitCode ?? (await once(child, 'close'))[0], stderr }).toEqual({
      exit: 3,
      stderr: '',
    });
    expect(reportOf(out).outcome.missing).toBe(3);
  });

  test.skipIf(!existsSync('/dev/full'))('says in one line that its result could not be said', async () => {
    const { folder } = await runAudit();
    const full = openSync('/dev/full', 'w');
    const stages = ['--stage', 'a=initial.csv', '--stage', 'b=targets.csv', '--trace', 'trace.csv'];
    const { status, stderr } = spawnSync(
      process.execPath,
      [MAIN, 'audit', '--key', 'solution_id,client_id', ...stages, '--out', 'out'],
      { env: { ...process.env, INIT_CWD: folder }, stdio: ['ignore', full, 'pipe'], encoding: 'utf8' },
    );
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'muster: Standard output: the disk is full. Free some space and start again.\n',
    });
  });

  test('leaves what others have in the folder, also the results of a run', async () => {
    const folder = (await runAudit()).folder;
    const manifest = JSON.stringify({ files: [{ name: 'audience.csv' }] });
    writeFiles(join(folder, 'out'), {
      'manifest.json': manifest,
      'audience.csv': 'x',
      'notes.txt': 'mine',
      'audit.json': 'old',
    });
    const run = await runAudit({}, { folder });
    expect(run.exit).toBe(0);
    expect([...(readOut(run.out)?.keys() ?? [])].sort()).toEqual([
      'audience.csv',
      'audit.json',
      'findings.csv',
      'manifest.json',
      'notes.txt',
    ]);
    expect(reportOf(run.out).findings).toEqual([]);
    // Who stands in the folder keeps it: the files are moved in one by one.
    const within = await runAudit(
      {},
      {
        folder,
        args: [
          '--key',
          'client_id,solution_id',
          '--stage',
          'a=initial.csv',
          '--stage',
          'b=initial2.csv',
          '--out',
          '.',
        ],
      },
    );
    expectFailed(within, 'initial2.csv');
    writeFiles(folder, { 'second.csv': SOUND['initial.csv'] ?? '' });
    const inside = await runAudit(
      {},
      {
        folder,
        args: [
          '--key',
          'client_id,solution_id',
          '--stage',
          'a=initial.csv',
          '--stage',
          'b=second.csv',
          '--out',
          '.',
        ],
      },
    );
    expect(inside.exit).toBe(0);
    expect(existsSync(join(folder, 'findings.csv'))).toBe(true);
  });
});

describe('files that cannot be audited end it with 1, name the file and leave the folder as it was', () => {
  test.each([
    [
      'an extract without a key column',
      { 'offers.csv': lines('solution_id,country', 'S1,DE') },
      /offers\.csv: line 1 has no column client_id\. Found: "solution_id", "country"/,
    ],
    [
      'a key column twice',
      { 'offers.csv': lines('solution_id,client_id,Client ID', 'S1,1,1') },
      /offers\.csv: line 1: "client_id" \(column 2\) and "Client ID" \(column 3\) both mean client_id/,
    ],
    [
      'a trace without a reason',
      { 'trace.csv': lines('solution_id,client_id', 'S1,2') },
      /trace\.csv: line 1 has no column reason/,
    ],
    ['an empty file', { 'targets.csv': '' }, /targets\.csv is empty/],
    ['a file of blank lines', { 'targets.csv': '\n\n' }, /targets\.csv has no header/],
    [
      'a workbook',
      { 'targets.csv': 'PK\u0003\u0004x' },
      /targets\.csv is a zip archive or an Excel workbook/,
    ],
    [
      'a header that is no text',
      { 'targets.csv': 'solution_id\0,client_id\n' },
      /targets\.csv: the header on line 1 cannot be read/,
    ],
  ] as const)('%s', async (_, changes, says) => {
    const run = await runAudit(changes);
    expectFailed(run, says);
    expect(existsSync(run.out)).toBe(false);
  });

  test('a folder, and a file that is not there', async () => {
    const { folder } = await runAudit();
    rmSync(join(folder, 'out'), { recursive: true });
    rmSync(join(folder, 'targets.csv'));
    mkdirSync(join(folder, 'directory'));
    const key = ['--key', 'solution_id,client_id', '--out', 'out', '--stage', 'a=initial.csv'];
    expectFailed(
      await runAudit({}, { folder, args: [...key, '--stage', 'b=directory'] }),
      'directory is a folder',
    );
    expectFailed(
      await runAudit({}, { folder, args: [...key, '--stage', 'b=nowhere.csv'] }),
      'nowhere.csv',
      /does not exist/,
    );
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

test('extracts in another order than that of the pipeline are audited, with a word about it', async () => {
  const run = await runAudit(
    {},
    {
      args: [
        '--key',
        'solution_id,client_id',
        '--stage',
        'targets=targets.csv',
        '--stage',
        'initial=initial.csv',
        '--trace',
        'trace.csv',
        '--out',
        'out',
      ],
    },
  );
  // Nobody of those who entered is lost; whom only later extracts have is found.
  expect(run.exit).toBe(0);
  expect(reportOf(run.out).findings.map(({ kind, keys }) => [kind, keys])).toEqual([
    ['contradiction', 3],
    ['appeared', 3],
  ]);
  expect(reportOf(run.out).warnings).toContain(
    'initial has all keys of targets and 3 more: are the stages in order?',
  );
});

describe('wrong usage ends with exit 2 and writes nothing', () => {
  const key = ['--key', 'solution_id,client_id'];
  const stages = ['--stage', 'a=initial.csv', '--stage', 'b=offers.csv'];
  const out = ['--out', 'out'];
  test.each([
    ['no key', [...stages, ...out], /--key/],
    ['no stage', [...key, ...out], /--stage/],
    ['one stage', [...key, ...out, '--stage', 'a=initial.csv'], /two stages at least/],
    ['no --out', [...key, ...stages], /--out/],
    ['a stage without =', [...key, ...out, '--stage', 'initial.csv', ...stages], /initial\.csv.*NAME=FILE/],
    ['a stage without a name', [...key, ...out, '--stage', '=initial.csv', ...stages], /NAME=FILE/],
    ['a stage without a file', [...key, ...out, '--stage', 'a=', ...stages], /NAME=FILE/],
    [
      'two stages of one name',
      [...key, ...out, ...stages, '--stage', 'a=targets.csv'],
      /Two stages have the name a: initial\.csv and targets\.csv/,
    ],
    [
      'an extract as a trace',
      [...key, ...out, ...stages, '--trace', 'offers.csv'],
      /offers\.csv is given twice: as stage b and as trace/,
    ],
    ['a key column twice', ['--key', 'client_id,Client ID', ...out, ...stages], /names Client ID twice/],
    ['an empty key column', ['--key', 'client_id,', ...out, ...stages], /names no column, or an empty one/],
    ['a day that is none', [...key, ...out, ...stages, '--as-of', '2026-02-30'], /--as-of is "2026-02-30"/],
    ['validity without a reference', [...key, ...out, ...stages, '--valid-from', 'x'], /--reference/],
    ['an unknown option', [...key, ...out, ...stages, '--tarce', 'x'], /--tarce/],
  ] as const)('%s', async (_, args, says) => {
    const run = await runAudit({}, { args });
    expectWrongUsage(run, says);
    expect(existsSync(run.out)).toBe(false);
  });
});
