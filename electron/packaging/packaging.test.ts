import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { expect, test } from 'vitest';
import { type FileTexts, writeTexts } from '../engine/testing/file-texts.ts';
import { tempFolder } from '../engine/testing/temp-folder.ts';
import { fuseFaults } from './expected-fuses.ts';
import { packageFaults } from './package-faults.ts';
import { makeStubElectron } from './stub-electron.ts';

const PROJECT: FileTexts = {
  'sql/workspace/0010_base.sql': 'select 1',
  'sql/recipes/a/recipe.yaml': 'recipe: a',
  'sql/recipes/a/tests/one/expected.csv': 'a',
  'assets/samples/a/a.csv': 'a',
};

const APP: FileTexts = {
  'package.json': '{}',
  'out/main/index.js': '',
  'out/main/engine-process.js': '',
  'out/main/writer-thread.js': '',
  'out/main/reader-thread.js': '',
  'out/main/second-thread.js': '',
  'out/preload/index.cjs': '',
  'out/renderer/index.html': '',
  'out/renderer/assets/index-1.js': '',
  'node_modules/better-sqlite3/package.json': '{}',
  'node_modules/better-sqlite3/lib/index.js': '',
  'node_modules/better-sqlite3/prebuilds/linux-x64.node': '',
  'sql/workspace/0010_base.sql': 'select 1',
  'sql/recipes/a/recipe.yaml': 'recipe: a',
  'assets/samples/a/a.csv': 'a',
};

const OUTSIDE = '**/{sql,samples,better-sqlite3}/**';
const THREADS = '**/out/main/{engine-process,writer-thread,reader-thread,second-thread}.js';

/** The faults of an archive of these files, of which those that match stand outside. */
async function faultsOf(files: FileTexts, unpack = `{${OUTSIDE},${THREADS}}`): Promise<readonly string[]> {
  const folder = tempFolder();
  writeTexts(join(folder, 'project'), PROJECT);
  writeTexts(join(folder, 'app'), files);
  const archive = join(folder, 'app.asar');
  await createPackageWithOptions(join(folder, 'app'), archive, { unpack });
  return packageFaults(archive, 'linux-x64', join(folder, 'project'));
}

test('a package with all that is needed and nothing else has no faults', async () => {
  expect(await faultsOf(APP)).toEqual([]);
});

test('what is missing is named', async () => {
  const { 'sql/recipes/a/recipe.yaml': _recipe, 'out/main/writer-thread.js': _thread, ...rest } = APP;
  expect(await faultsOf(rest)).toEqual([
    'out/main/writer-thread.js is missing.',
    'sql/recipes/a/recipe.yaml is missing.',
  ]);
});

test.each([
  'electron/main/index.ts',
  'out/sample.muster',
  'out/main/index.js.map',
  'sql/recipes/a/tests/one/expected.csv',
  'assets/samples/README.md',
  'assets/icons/icon.svg',
  'bench/main.ts',
  'node_modules/zod/index.js',
  'node_modules/better-sqlite3/src/better_sqlite3.cpp',
  'node_modules/better-sqlite3/prebuilds/win32-x64.node',
])('%s does not belong into the app', async (path) => {
  expect(await faultsOf({ ...APP, [path]: '' })).toContain(`${path} does not belong into the app.`);
});

test('what the engine reads stands outside of the archive, and the main process within it', async () => {
  expect(await faultsOf(APP, THREADS)).toContain('sql/workspace/0010_base.sql stands in the archive.');
  expect(await faultsOf(APP, '**')).toEqual(
    expect.arrayContaining(['out/main/index.js stands outside of the archive.']),
  );
});

test('a fuse that is not set as it should be is named', async () => {
  const folder = join(tempFolder(), 'electron');
  mkdirSync(folder);
  makeStubElectron(folder);
  const program = join(folder, 'electron');
  const { V1 } = FuseVersion;
  await flipFuses(program, {
    version: V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
  expect(await fuseFaults(program)).toEqual([
    'The fuse RunAsNode is not off.',
    'The fuse OnlyLoadAppFromAsar is not on.',
  ]);
});
