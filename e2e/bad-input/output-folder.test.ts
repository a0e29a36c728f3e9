import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bigInput } from '../support/big-input.ts';
import { expectFailed } from '../support/expectations.ts';
import { readOut } from '../support/read-out.ts';
import { runMuster } from '../support/run-muster.ts';
import { smallDisk } from '../support/small-disk.ts';
import { AS_OF, runSmall, SMALL, small } from '../support/small-input.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeFiles } from '../support/write-files.ts';

const NOBODY = 65_534;

describe('the output folder', () => {
  test('files of others in it survive, and those of an earlier run are replaced', async () => {
    const folder = tempFolder();
    const out = join(folder, 'out');
    writeFiles(out, {
      'notes.txt': 'mine',
      'sub/deep.csv': 'mine too',
      'audience.csv': 'old',
      '.hidden': 'h',
    });
    const run = await runSmall({}, { folder });
    const fresh = await runSmall();
    expect(run.exit).toBe(0);
    const written = readOut(out);
    for (const [name, bytes] of readOut(fresh.out) ?? []) expect(written?.get(name), name).toEqual(bytes);
    expect(written?.get('notes.txt')?.toString()).toBe('mine');
    expect(written?.get('sub/deep.csv')?.toString()).toBe('mine too');
    expect(written?.get('.hidden')?.toString()).toBe('h');
    expect(written?.size).toBe((readOut(fresh.out)?.size ?? 0) + 3);
    expect(readdirSync(folder).toSorted(), 'nothing is left beside it').toEqual(['in', 'out']);
  });

  test('a run that fails leaves what an earlier run wrote', async () => {
    const folder = tempFolder();
    const { out } = await runSmall({}, { folder });
    const before = readOut(out);
    const broken = [
      { 'customers.csv': 'nothing,known\n1,2\n' },
      { 'customers.csv': '' },
      { 'suppressions.csv': Buffer.from('PK\u0003\u0004') },
    ];
    for (const changes of broken) {
      expectFailed(await runSmall(changes, { folder }));
      expect(readOut(out)).toEqual(before);
    }
    expect(readdirSync(folder).toSorted()).toEqual(['in', 'out']);
  });

  test('a file in its place is refused by name and stays', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'out'), 'a file');
    expectFailed(await runSmall({}, { folder }), join(folder, 'out'));
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('a file');
  });

  test.each([
    { beside: 'the files of an earlier run', foreign: {} },
    { beside: 'files of others', foreign: { 'notes.txt': 'mine' } },
  ])(
    'a folder under the name of an output, beside $beside, is refused by name and all stays',
    async ({ foreign }) => {
      const folder = tempFolder();
      const { out } = await runSmall({}, { folder });
      rmSync(join(out, 'rejected-suppressions.csv'));
      writeFiles(out, { 'rejected-suppressions.csv/inside.txt': 'mine', ...foreign });
      const before = readOut(out);
      const changed = { 'customers.csv': (SMALL['customers.csv'] ?? '').replace('maybe', 'yes') };
      const again = await runSmall(changed, { folder });
      const after = readOut(out);
      expect([...(after?.keys() ?? [])]).toEqual([...(before?.keys() ?? [])]);
      expect(after?.get('reconciliation.json')).toEqual(before?.get('reconciliation.json'));
      expectFailed(again, 'rejected-suppressions.csv');
      expect(readdirSync(folder).toSorted()).toEqual(['in', 'out']);
    },
  );

  test('a place where the user may not write is refused by name', async ({ skip }) => {
    const root = process.getuid?.() === 0;
    if (root && !process.setuid) skip('root writes everywhere');
    const folder = tempFolder();
    writeFiles(join(folder, 'in'), small());
    const [closed, out] = [join(folder, 'closed'), join(folder, 'closed', 'out')];
    mkdirSync(closed);
    chmodSync(folder, 0o755);
    chmodSync(closed, 0o555);
    if (root) chownSync(join(folder, 'in'), NOBODY, NOBODY);
    const args = ['run', 'eligible-audience', '--in', join(folder, 'in'), '--out', out, '--as-of', AS_OF];
    expectFailed(
      await runMuster(args, root ? { uid: NOBODY } : {}),
      closed,
      /permission|denied|may not|right/i,
    );
    expect(existsSync(out)).toBe(false);
    chmodSync(closed, 0o755);
  });
});

describe('a full disk', () => {
  const run = (input: string, out: string, ...more: readonly string[]) =>
    runMuster(['run', 'eligible-audience', '--in', input, '--out', out, '--as-of', AS_OF, ...more]);

  test('at the output folder, the run fails and leaves what was there', async ({ skip }) => {
    const disk = smallDisk(100_000) ?? skip('no small disk can be mounted here');
    const folder = tempFolder();
    writeFiles(join(folder, 'small'), small());
    writeFiles(join(folder, 'big'), bigInput(5000));
    const out = join(disk, 'out');
    expect((await run(join(folder, 'small'), out)).exit).toBe(0);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    const before = readOut(disk);
    const result = await run(join(folder, 'big'), out);
    expectFailed(result, /full|space/i);
    expect(readOut(disk)).toEqual(before);
  });

  test('at an output folder that was not there, nothing is left', async ({ skip }) => {
    const disk = smallDisk(100_000) ?? skip('no small disk can be mounted here');
    const folder = tempFolder();
    writeFiles(join(folder, 'big'), bigInput(5000));
    expectFailed(await run(join(folder, 'big'), join(disk, 'out')), /full|space/i);
    expect(readdirSync(disk)).toEqual([]);
  });

  test('at the workspace, the run fails, and the workspace is as it was', async ({ skip }) => {
    const disk = smallDisk(1_500_000) ?? skip('no small disk can be mounted here');
    const folder = tempFolder();
    writeFiles(join(folder, 'small'), SMALL);
    writeFiles(join(folder, 'big'), bigInput(30_000));
    const [workspace, out] = [join(disk, 'w.muster'), join(folder, 'out')];
    expect((await run(join(folder, 'small'), out, '--workspace', workspace)).exit).toBe(0);
    const before = readOut(out);
    const result = await run(join(folder, 'big'), join(folder, 'other'), '--workspace', workspace);
    expectFailed(result, /full|space/i);
    expect(existsSync(join(folder, 'other'))).toBe(false);
    const again = await run(join(folder, 'small'), out, '--workspace', workspace);
    expect({ exit: again.exit, stderr: again.stderr }).toMatchObject({ exit: 0 });
    expect(readOut(out)).toEqual(before);
  });

  test('at the temporary folder, the run fails in one line', async ({ skip }) => {
    const disk = smallDisk(1_000_000) ?? skip('no small disk can be mounted here');
    const folder = tempFolder();
    writeFiles(join(folder, 'big'), bigInput(30_000));
    const out = join(folder, 'out');
    const args = ['run', 'eligible-audience', '--in', join(folder, 'big'), '--out', out, '--as-of', AS_OF];
    expectFailed(await runMuster(args, { env: { TMPDIR: disk } }), /full|space/i);
    expect(existsSync(out)).toBe(false);
  });
});

test('a folder in which the user stands stays the same folder', async () => {
  const first = await runSmall({});
  const { ino } = statSync(first.out);
  const again = await runMuster(['run', 'eligible-audience', '--in', first.input, '--out', '.'], {
    cwd: first.out,
  });
  expect(again.exit, again.stderr).toBe(0);
  expect(statSync(first.out).ino).toBe(ino);
  expect(readdirSync(first.out).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('the folder of the input files is refused as the output folder', async () => {
  const first = await runSmall({});
  const before = readdirSync(first.input);
  const again = await runMuster(['run', 'eligible-audience', '--in', first.input, '--out', first.input]);
  expectFailed(again, /input files/);
  expect(readdirSync(first.input)).toEqual(before);
});
