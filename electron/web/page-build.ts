import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { errorCode, Failure } from '../engine/failure.ts';

/** The folder in which the sources stand, and what builds them. */
export const PROJECT: string = dirname(dirname(import.meta.dirname));

const PAGE_FOLDER = join(PROJECT, 'out', 'renderer');

/** What the page is made of. */
const SOURCES = ['renderer', 'electron/contract', 'package-lock.json'].map((path) => join(PROJECT, path));

/** The folder of the built page, which is built first where it is missing or older than its sources. Throws a Failure when it cannot be. */
export async function builtPage(say: (line: string) => void): Promise<string> {
  if (isStale(join(PAGE_FOLDER, 'index.html'), SOURCES)) {
    say('Building the page from its sources; this takes some seconds.');
    await build();
  }
  return PAGE_FOLDER;
}

/** Whether a built file is missing or older than one of its sources: files, or folders with all that is in them. */
export function isStale(built: string, sources: readonly string[]): boolean {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return sources.some((source) => newest(source) > builtAt);
}

/** When a file, or whatever there is in a folder, was changed last: also when a file was taken away. */
function newest(path: string): number {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info?.isDirectory()) return info?.mtimeMs ?? 0;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

async function build(): Promise<void> {
  const startedAt = new Date();
  const fresh = `${PAGE_FOLDER}.${process.pid}.new`;
  try {
    const config = join(PROJECT, 'renderer', 'vite.config.ts');
    const options = [
      '--config',
      config,
      '--configLoader',
      'native',
      '--outDir',
      fresh,
      '--logLevel',
      'error',
    ];
    await runBuild('vite/bin/vite.js', ['build', ...options]);
    // What is changed during the build is newer than it.
    utimesSync(join(fresh, 'index.html'), startedAt, startedAt);
    moveInto(fresh, PAGE_FOLDER);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Builds in a process of its own, whose memory goes with it: a script of a package and what it is told. Throws a Failure when it fails. */
export async function runBuild(script: string, args: readonly string[]): Promise<void> {
  const path = join(PROJECT, 'node_modules', script);
  if (!existsSync(path)) {
    throw new Failure('Muster is not built, and what builds it is not installed.', 'Run: npm ci');
  }
  const child = spawn(process.execPath, [path, ...args], {
    cwd: PROJECT,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [exit]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (exit === 0) return;
  const fault = stripVTControlCharacters(said)
    .replace(/^\s+at .*$|^\s*\n/gm, '')
    .trim();
  throw new Failure(`Muster could not be built: ${fault}`, 'Put its sources right.');
}

/** Puts a built folder into the place of another; two starts at once may both do it, with the same page. */
export function moveInto(fresh: string, place: string): void {
  const old = `${place}.${process.pid}.old`;
  try {
    renameSync(place, old);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  try {
    renameSync(fresh, place);
  } catch (error) {
    // The other start may have been quicker.
    if (!existsSync(join(place, 'index.html'))) throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
