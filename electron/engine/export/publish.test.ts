import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type FileTexts, readTexts, writeTexts } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openPublication } from './publish.ts';

/** The files of a run, with the manifest that lists them. */
function filesOfARun(files: FileTexts): FileTexts {
  const manifest = { files: Object.keys(files).map((name) => ({ name })) };
  return { ...files, 'manifest.json': JSON.stringify(manifest) };
}

const FIRST = filesOfARun({ 'a.csv': 'first a', 'b.csv': 'first b' });
const SECOND = filesOfARun({ 'a.csv': 'second a', 'c.csv': 'second c' });

/** Does as a run does: fills the folder beside, then publishes it. */
function publish(out: string, files: FileTexts): void {
  const publication = openPublication(out);
  try {
    writeTexts(publication.staging, files);
    publication.publish();
  } finally {
    publication.discard();
  }
}

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

function stagingOf(out: string, pid: number): string {
  return join(dirname(out), `.${basename(out)}.muster-${pid}`);
}

describe('files appear all together', () => {
  test('in a folder that is not there, with those above it', () => {
    const root = tempFolder();
    const out = join(root, 'deep', 'er', 'out');
    publish(out, FIRST);
    expect(readTexts(root)).toEqual(
      Object.fromEntries(
        Object.entries(FIRST).map(([name, text]) => [join('deep', 'er', 'out', name), text]),
      ),
    );
  });

  test('in an empty folder', () => {
    const root = tempFolder();
    mkdirSync(join(root, 'out'));
    publish(join(root, 'out'), FIRST);
    expect(readTexts(join(root, 'out'))).toEqual(FIRST);
    expect(readdirSync(root)).toEqual(['out']);
  });

  test('in the place of an earlier run’s, of which nothing stays', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    publish(out, FIRST);
    publish(out, SECOND);
    expect(readTexts(out)).toEqual(SECOND);
    expect(readdirSync(root)).toEqual(['out']);
  });

  test('and nothing is seen of them before', () => {
    const out = join(tempFolder(), 'out');
    publish(out, FIRST);
    const publication = openPublication(out);
    writeTexts(publication.staging, SECOND);
    expect(readTexts(out)).toEqual(FIRST);
    publication.publish();
    expect(readTexts(out)).toEqual(SECOND);
    publication.discard();
    expect(readTexts(out)).toEqual(SECOND);
  });
});

describe('a run that fails', () => {
  test('leaves no folder where there was none', () => {
    const root = tempFolder();
    const publication = openPublication(join(root, 'out'));
    writeTexts(publication.staging, FIRST);
    publication.discard();
    expect(readdirSync(root)).toEqual([]);
  });

  test('leaves the files of an earlier run and those of others', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    publish(out, FIRST);
    writeTexts(out, { 'notes.txt': 'mine' });
    const publication = openPublication(out);
    writeTexts(publication.staging, SECOND);
    publication.discard();
    expect(readTexts(root)).toEqual(
      Object.fromEntries(
        Object.entries({ ...FIRST, 'notes.txt': 'mine' }).map(([name, text]) => [join('out', name), text]),
      ),
    );
  });
});

describe('what others have in the folder', () => {
  test('stays, be it a file, a folder or a hidden one', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    const others = { 'notes.txt': 'mine', 'sub/deep.txt': 'mine too', '.hidden': 'h' };
    writeTexts(out, others);
    publish(out, FIRST);
    expect(readTexts(out)).toEqual({ ...FIRST, ...others });
    publish(out, SECOND);
    expect(readTexts(out)).toEqual({ ...SECOND, ...others });
    expect(readdirSync(root)).toEqual(['out']);
  });

  test('is replaced where it has the name of a file of the run', () => {
    const out = join(tempFolder(), 'out');
    writeTexts(out, { 'a.csv': 'somebody else’s', 'b.txt': 'mine' });
    publish(out, FIRST);
    expect(readTexts(out)).toEqual({ ...FIRST, 'b.txt': 'mine' });
  });

  test('is nobody’s but theirs where a manifest is no manifest, or names paths outside', () => {
    for (const manifest of [
      '{',
      '{"files":[{"name":"../beside.txt"},{"name":"sub/deep.txt"}]}',
      '{"files":7}',
    ]) {
      const root = tempFolder();
      const out = join(root, 'out');
      writeTexts(root, { 'beside.txt': 'mine', 'out/sub/deep.txt': 'mine', 'out/manifest.json': manifest });
      publish(out, FIRST);
      const { 'beside.txt': beside } = readTexts(root);
      expect(beside).toBe('mine');
      expect(readTexts(out)).toEqual({ ...FIRST, 'sub/deep.txt': 'mine' });
    }
  });

  test('is not written over when it is a folder with the name of a file', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    writeTexts(out, { 'a.csv/inside.txt': 'mine' });
    expect(() => publish(out, FIRST)).toThrow(
      `${join(out, 'a.csv')} is a folder where a file is to be written.`,
    );
    expect(readTexts(out)).toEqual({ 'a.csv/inside.txt': 'mine' });
    expect(readdirSync(root)).toEqual(['out']);
  });
});

describe('what stands in the place of the folder', () => {
  test('a file is refused by name and stays', () => {
    const root = tempFolder({ out: 'a file' });
    expect(() => openPublication(join(root, 'out'))).toThrow(`${join(root, 'out')} is a file, not a folder.`);
    expect(readTexts(root)).toEqual({ out: 'a file' });
  });

  test('a file above it is refused by name', () => {
    const root = tempFolder({ above: 'a file' });
    const out = join(root, 'above', 'out');
    expect(() => openPublication(out)).toThrow(`${out}: `);
  });

  test('a symbolic link stays one, and its target gets the files', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    mkdirSync(join(root, 'real'));
    symlinkSync('real', out);
    for (const files of [FIRST, SECOND]) {
      publish(out, files);
      expect(lstatSync(out).isSymbolicLink()).toBe(true);
      expect(readTexts(join(root, 'real'))).toEqual(files);
      expect(readdirSync(root).sort()).toEqual(['out', 'real']);
    }
  });

  test('a symbolic link to a folder that is not there stays one, and the folder is made', () => {
    const root = tempFolder();
    symlinkSync('real', join(root, 'out'));
    publish(join(root, 'out'), FIRST);
    expect(lstatSync(join(root, 'out')).isSymbolicLink()).toBe(true);
    expect(readTexts(join(root, 'real'))).toEqual(FIRST);
  });

  test('a folder keeps its rights, so that what was private stays so', () => {
    const out = join(tempFolder(), 'out');
    mkdirSync(out);
    chmodSync(out, 0o700);
    publish(out, FIRST);
    expect(statSync(out).mode & 0o777).toBe(0o700);
  });

  test('a disk of its own gets the files, too', ({ skip }) => {
    const root = tempFolder();
    const out = join(root, 'out');
    mkdirSync(out);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', out], { stdio: 'ignore' });
    } catch {
      skip('no disk can be mounted here');
    }
    onTestFinished(() => {
      execFileSync('umount', ['-l', out], { stdio: 'ignore' });
    });
    writeTexts(root, { 'beside.txt': 'mine', 'out/manifest.json': '{"files":[{"name":"../beside.txt"}]}' });
    for (const files of [FIRST, SECOND]) {
      publish(out, files);
      expect(readTexts(out)).toEqual(files);
      expect(readdirSync(root).sort()).toEqual(['beside.txt', 'out']);
    }
  });
});

describe('rights', () => {
  test('a folder whose parent may not be written is filled from within', ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere');
    const root = tempFolder();
    const out = join(root, 'out');
    mkdirSync(out);
    chmodSync(root, 0o555);
    onTestFinished(() => chmodSync(root, 0o755));
    for (const files of [FIRST, SECOND]) {
      publish(out, files);
      expect(readTexts(out)).toEqual(files);
    }
  });

  test('a folder that may not be written is refused before the work, by name', ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere');
    const out = join(tempFolder(), 'out');
    mkdirSync(out);
    chmodSync(out, 0o555);
    expect(() => openPublication(out)).toThrow(`${out}: permission is denied.`);
  });
});

describe('after a run that was killed', () => {
  test('between the two renames, the old folder is put back', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    publish(out, FIRST);
    renameSync(out, join(root, '.out.muster-old'));
    writeTexts(stagingOf(out, deadPid()), SECOND);
    openPublication(out).discard();
    expect(readTexts(out)).toEqual(FIRST);
    expect(readdirSync(root)).toEqual(['out']);
  });

  test('between them behind a symbolic link, the old folder is put back, too', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    writeTexts(join(root, '.real.muster-old'), FIRST);
    symlinkSync('real', out);
    openPublication(out).discard();
    expect(readTexts(join(root, 'real'))).toEqual(FIRST);
    expect(readdirSync(root).sort()).toEqual(['out', 'real']);
  });

  test('after both of them, the new files stay and the old folder goes, but for what is of others', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    publish(out, SECOND);
    writeTexts(join(root, '.out.muster-old'), { ...FIRST, 'sub/deep.txt': 'mine' });
    openPublication(out).discard();
    expect(readTexts(out)).toEqual({ ...SECOND, 'sub/deep.txt': 'mine' });
    expect(readdirSync(root)).toEqual(['out']);
  });

  test('while it wrote, its folder is removed, beside the target and within', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    publish(out, FIRST);
    const pid = deadPid();
    writeTexts(stagingOf(out, pid), SECOND);
    writeTexts(join(out, basename(stagingOf(out, pid))), SECOND);
    openPublication(out).discard();
    expect(readTexts(out)).toEqual(FIRST);
    expect(readdirSync(root)).toEqual(['out']);
  });

  test('its folder is removed also when this process has its number', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    writeTexts(stagingOf(out, process.pid), SECOND);
    publish(out, FIRST);
    expect(readTexts(out)).toEqual(FIRST);
    expect(readdirSync(root)).toEqual(['out']);
  });

  test('the folders of runs that are at work, of other targets and of others stay', () => {
    const root = tempFolder();
    const out = join(root, 'out');
    const kept = [
      stagingOf(out, process.ppid),
      stagingOf(join(root, 'other'), deadPid()),
      join(root, '.out.muster-notes'),
    ];
    for (const folder of kept) writeTexts(folder, { 'x.txt': 'x' });
    publish(out, FIRST);
    for (const folder of kept) expect(existsSync(folder), folder).toBe(true);
    expect(readTexts(out)).toEqual(FIRST);
  });

  test('a second run of this process to the same place is refused and disturbs the first no more', () => {
    const out = join(tempFolder(), 'out');
    const first = openPublication(out);
    writeTexts(first.staging, FIRST);
    expect(() => openPublication(out)).toThrow(`${out}: something else stands there already.`);
    first.publish();
    first.discard();
    expect(readTexts(out)).toEqual(FIRST);
  });
});

test('when the filled folder is gone, the run fails and the files of the earlier run stay', () => {
  const root = tempFolder();
  const out = join(root, 'out');
  publish(out, FIRST);
  const publication = openPublication(out);
  rmSync(publication.staging, { recursive: true });
  expect(() => publication.publish()).toThrow();
  publication.discard();
  expect(readTexts(out)).toEqual(FIRST);
});
