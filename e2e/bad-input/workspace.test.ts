import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { expectFailed } from '../support/expectations.ts';
import { readOut } from '../support/read-out.ts';
import { runMuster } from '../support/run-muster.ts';
import { AS_OF, runSmall, small } from '../support/small-input.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeFiles } from '../support/write-files.ts';

/** A workspace with one run in it, and how to run again. */
async function workspaceWithARun() {
  const folder = tempFolder();
  const workspace = join(folder, 'w.muster');
  const again = (changes = {}) => runSmall(changes, { folder, args: ['--workspace', workspace] });
  const first = await again();
  expect({ exit: first.exit, stderr: first.stderr }).toEqual({ exit: 0, stderr: '' });
  return { workspace, again, out: first.out };
}

describe('a workspace in use', () => {
  test('a run waits up to three seconds, then says that it is in use and leaves everything', async () => {
    const { workspace, again, out } = await workspaceWithARun();
    const before = readOut(out);
    const other = new Database(workspace);
    try {
      other.exec('begin immediate');
      const started = performance.now();
      const run = await again({ 'suppressions.csv': 'customer_id\n1\n' });
      const waited = performance.now() - started;
      expectFailed(run, 'w.muster', /in use/i);
      expect(waited).toBeGreaterThan(2500);
      expect(readOut(out)).toEqual(before);
      other.exec('rollback');
    } finally {
      other.close();
    }
    const after = await again();
    expect(after.exit).toBe(0);
    expect(readOut(out)).toEqual(before);
  });

  test('a run that waits for less than that goes on', async () => {
    const { workspace, again, out } = await workspaceWithARun();
    const before = readOut(out);
    const other = new Database(workspace);
    other.exec('begin immediate');
    const running = again();
    await sleep(1500);
    other.exec('rollback');
    other.close();
    expect((await running).exit).toBe(0);
    expect(readOut(out)).toEqual(before);
  });

  test('of several runs at once each is right, or says that the workspace is in use', async () => {
    const folder = tempFolder();
    writeFiles(join(folder, 'in'), small());
    const args = (out: string) => [
      ...[
        'run',
        'eligible-audience',
        '--in',
        join(folder, 'in'),
        '--out',
        join(folder, out),
        '--as-of',
        AS_OF,
      ],
      ...['--workspace', join(folder, 'w.muster')],
    ];
    const outs = ['a', 'b', 'c'];
    const runs = await Promise.all(outs.map((out) => runMuster(args(out))));
    const right = readOut((await runSmall()).out);
    expect(runs.some(({ exit }) => exit === 0)).toBe(true);
    runs.forEach((run, index) => {
      const out = readOut(join(folder, outs[index] ?? ''));
      if (run.exit === 0) expect(out).toEqual(right);
      else expectFailed(run, 'w.muster', /in use/i);
      if (run.exit !== 0) expect(out).toBeUndefined();
    });
  });
});

describe('a file that is no workspace of this Muster', () => {
  test('one that a newer Muster wrote is refused by name and stays', async () => {
    const { workspace, again, out } = await workspaceWithARun();
    const before = readOut(out);
    const db = new Database(workspace);
    db.pragma('user_version = 999990');
    db.pragma('journal_mode = delete');
    db.close();
    const bytes = readFileSync(workspace);
    expectFailed(await again(), 'w.muster', /newer/i);
    expectFailed(await runMuster(['trace', workspace, '1']), 'w.muster', /newer/i);
    expect(readFileSync(workspace)).toEqual(bytes);
    expect(readOut(out)).toEqual(before);
  });

  test('any other file is refused by name and stays', async () => {
    for (const bytes of [Buffer.from('customer_id,email\n1,a@b.de\n'), Buffer.alloc(10_000, 7)]) {
      const folder = tempFolder();
      const workspace = join(folder, 'w.muster');
      writeFileSync(workspace, bytes);
      const run = await runSmall({}, { folder, args: ['--workspace', workspace] });
      expectFailed(run, 'w.muster', /workspace/i);
      expect(readFileSync(workspace)).toEqual(bytes);
      expect(existsSync(run.out)).toBe(false);
      expectFailed(await runMuster(['trace', workspace, '1']), 'w.muster');
    }
  });

  test('a database of another program is refused by name and stays', async () => {
    const folder = tempFolder();
    const workspace = join(folder, 'w.muster');
    const db = new Database(workspace);
    db.exec('create table mine (x); insert into mine values (1)');
    db.close();
    const bytes = readFileSync(workspace);
    const run = await runSmall({}, { folder, args: ['--workspace', workspace] });
    expectFailed(run, 'w.muster', /workspace/i);
    expect(readFileSync(workspace)).toEqual(bytes);
    expect(existsSync(run.out)).toBe(false);
  });

  test('a folder is refused by name', async () => {
    const folder = tempFolder();
    const workspace = join(folder, 'w.muster');
    mkdirSync(workspace);
    const run = await runSmall({}, { folder, args: ['--workspace', workspace] });
    expectFailed(run, workspace);
    expect(existsSync(run.out)).toBe(false);
  });

  test('a folder that is not there is made, as for the results', async () => {
    const folder = tempFolder();
    const workspace = join(folder, 'new', 'x.muster');
    const run = await runSmall({}, { folder, args: ['--workspace', workspace] });
    expect(run.exit, run.stderr).toBe(0);
    expect(existsSync(workspace)).toBe(true);
  });

  test('a workspace that may only be read can be traced, or is refused by name', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('only root can become somebody else');
    const { workspace } = await workspaceWithARun();
    chmodSync(dirname(workspace), 0o555);
    chmodSync(workspace, 0o444);
    const traced = await runMuster(['trace', workspace, '1'], { uid: 65_534 });
    chmodSync(dirname(workspace), 0o755);
    if (traced.exit !== 0) expectFailed(traced, 'w.muster');
  });

  test('a damaged workspace is refused by name', async () => {
    const { workspace, again } = await workspaceWithARun();
    const db = new Database(workspace);
    db.pragma('journal_mode = delete');
    db.close();
    const bytes = readFileSync(workspace);
    bytes.fill(0xa5, 4096, bytes.length);
    writeFileSync(workspace, bytes);
    expectFailed(await again(), 'w.muster');
  });
});
