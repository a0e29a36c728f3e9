import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../engine/testing/temp-folder.ts';
import { isStale, moveInto, runBuild } from './page-build.ts';

/** A built file and its sources, all of the same age. */
function aBuild() {
  const folder = tempFolder({ 'built.html': '', 'config.ts': '' });
  const sources = join(folder, 'sources');
  mkdirSync(join(sources, 'deep'), { recursive: true });
  writeFileSync(join(sources, 'deep', 'a.ts'), '');
  const paths = ['built.html', 'config.ts', 'sources', 'sources/deep', 'sources/deep/a.ts'];
  const setAge = (path: string, seconds: number) => utimesSync(join(folder, path), seconds, seconds);
  for (const path of paths) setAge(path, 1000);
  const stale = () =>
    isStale(join(folder, 'built.html'), [join(folder, 'config.ts'), sources, join(folder, 'none')]);
  return { folder, setAge, stale };
}

test('what is as new as its sources is not stale', () => {
  expect(aBuild().stale()).toBe(false);
});

test.for(['config.ts', 'sources/deep/a.ts'])('a change of %s makes it stale', (path) => {
  const { setAge, stale } = aBuild();
  setAge(path, 2000);
  expect(stale()).toBe(true);
});

test('a source that was taken away makes it stale, and so does its own absence', () => {
  const { folder, stale, setAge } = aBuild();
  rmSync(join(folder, 'sources', 'deep', 'a.ts'));
  expect(stale()).toBe(true);
  setAge('sources/deep', 1000);
  expect(stale()).toBe(false);
  rmSync(join(folder, 'built.html'));
  expect(stale()).toBe(true);
});

test('a build that fails, or whose tool is missing, is a failure that says so', async () => {
  await expect(runBuild('no-such-tool/bin.js', [])).rejects.toMatchObject({
    name: 'Failure',
    message: 'Muster is not built, and what builds it is not installed.',
    nextStep: 'Run: npm ci',
  });
  await expect(runBuild('vite/bin/vite.js', ['build', '--config', 'none.ts'])).rejects.toMatchObject({
    name: 'Failure',
    message: expect.stringMatching(/^Muster could not be built: .*none\.ts/s),
  });
});

test('a fresh build takes the place of none and of an old one, and leaves nothing beside it', () => {
  const folder = tempFolder();
  const place = join(folder, 'page');
  for (const content of ['first', 'second']) {
    const fresh = join(folder, 'fresh');
    mkdirSync(fresh);
    writeFileSync(join(fresh, 'index.html'), content);
    if (content === 'first') writeFileSync(join(fresh, 'only-first.js'), '');
    moveInto(fresh, place);
    expect(readFileSync(join(place, 'index.html'), 'utf8')).toBe(content);
  }
  expect(readdirSync(place)).toEqual(['index.html']);
  expect(readdirSync(folder)).toEqual(['page']);
});

test('a build that went amiss is said, not served', () => {
  const folder = tempFolder();
  expect(() => moveInto(join(folder, 'none'), join(folder, 'page'))).toThrow('ENOENT');
});
