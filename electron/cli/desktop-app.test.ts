import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { tempFolder } from '../engine/testing/temp-folder.ts';
import { installedElectron, runDesktopApp } from './desktop-app.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('Electron is installed where its program is, not where only its package is', () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
  const folder = tempFolder();
  expect(installedElectron(folder)).toBeUndefined();
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(installedElectron(folder)).toBeUndefined();
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'electron'), '');
  expect(installedElectron(folder)).toBe(join(folder, 'dist', 'electron'));
});

test('another place of the program is found as Electron itself finds it', () => {
  const elsewhere = tempFolder({ electron: '', electron2: '' });
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', elsewhere);
  expect(installedElectron(tempFolder())).toBe(join(elsewhere, 'electron'));
  expect(installedElectron(tempFolder({ 'path.txt': 'electron2' }))).toBe(join(elsewhere, 'electron2'));
});

/** A program in the place of Electron's. */
function aProgram(script: string): string {
  const path = join(tempFolder({ electron: `#!/bin/sh\n${script}\n` }), 'electron');
  chmodSync(path, 0o755);
  return path;
}

test.runIf(process.platform !== 'win32')(
  'the program is run with the app, as itself and not as Node',
  async () => {
    vi.stubEnv('ELECTRON_RUN_AS_NODE', '1');
    const program = aProgram('echo "$@" "run as node: $ELECTRON_RUN_AS_NODE" > "$0.asked"');
    expect(await runDesktopApp(program)).toBe(true);
    const project = dirname(dirname(import.meta.dirname));
    expect(readFileSync(`${program}.asked`, 'utf8')).toBe(`${project} run as node: \n`);
  },
);

test.runIf(process.platform !== 'win32')(
  'a program that ends in failure at once, or is none, has not run',
  async () => {
    expect(await runDesktopApp(aProgram('exit 1'))).toBe(false);
    expect(await runDesktopApp(aProgram('kill -TRAP $$'))).toBe(false);
    expect(await runDesktopApp('/no/such/program')).toBe(false);
  },
);
