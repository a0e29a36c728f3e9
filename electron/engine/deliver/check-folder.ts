import { accessSync, constants, existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { explainSystemError, Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
import { dayFolder, type FolderPlace } from './delivery.ts';
import type { RunFolders } from './prepare-delivery.ts';

/** Finds out whether a folder takes deliveries, and makes nothing in it; throws a Failure where it does not. */
export function checkFolder(
  { folder }: FolderPlace,
  teams: readonly string[],
  asOf: string,
  { inFolder, outFolder }: RunFolders,
): void {
  const own = teams.map((team) => join(folder, team));
  for (const [path, is] of [
    [outFolder, 'the folder of the results'],
    [inFolder, 'the folder of the input files'],
  ] as const) {
    if (isWithin(folder, path)) {
      throw new Failure(`${folder} is within ${path}, ${is}.`, 'Name another folder with --deliver.');
    }
    const around = own.find((each) => isWithin(path, each));
    if (around === undefined) continue;
    throw new Failure(`${path}, ${is}, is within ${around}.`, 'Name another folder with --deliver.');
  }
  for (const path of [folder, ...own, ...own.map((each) => join(each, dayFolder(asOf)))]) {
    refuseUnwritable(path);
  }
}

/** Whether a path is a folder, or a place in it, through links and where it is not there yet. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(realPlace(folder), realPlace(path));
  return way === '' || !(way === '..' || /^\.\.[/\\]/.test(way) || isAbsolute(way));
}

function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return dirname(path) === path ? path : join(realPlace(dirname(path)), basename(path));
}

function refuseUnwritable(path: string): void {
  const there = nearest(path);
  if (!isFolder(there)) {
    const what = lstatSync(there).isSymbolicLink()
      ? 'is a link to what is not there'
      : 'is a file, not a folder';
    throw new Failure(`${there} ${what}.`, 'Name another folder with --deliver.');
  }
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw explainSystemError(error, there);
  }
}

/** The path itself, or the nearest above it that is there. */
function nearest(path: string): string {
  return isThere(path) || dirname(path) === path ? path : nearest(dirname(path));
}

/** Whether something stands there, be it a link to nowhere. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Below a file there is nothing.
    return false;
  }
}
