import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { errorCode, explainSystemError, Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
import { isRunning } from '../is-running.ts';
import { MANIFEST } from './write-files.ts';

/** A folder beside the one that is asked for, filled first and then moved into its place. */
export interface Publication {
  /** Where the files are written meanwhile. */
  readonly staging: string;
  /** Finds out, once all files are written, whether they can take their places; throws a Failure where they cannot. */
  check(): void;
  /** Makes the files appear, all of them; throws a Failure when the system does not let it. */
  publish(): void;
  /** Leaves everything as it was; to be called in the end in any case. */
  discard(): void;
}

/** The folders that this process is filling. */
const unfinished = new Set<string>();

const ManifestSchema = z.object({ files: z.array(z.object({ name: z.string() })) });

/**
 * Prepares the output folder, and finds out before the work whether it can be written.
 * What a run that was killed has left is put right first. `keepFolder` leaves the folder itself where it
 * stands, as somebody stands in it, and moves the files in one by one.
 */
export function openPublication(out: string, keepFolder = false): Publication {
  try {
    mkdirSync(dirname(out), { recursive: true });
    recover(out);
    const target = targetOf(out);
    if (existsSync(target)) {
      if (!isFolder(target)) {
        throw new Failure(`${out} is a file, not a folder.`, 'Name another folder with --out.');
      }
      accessSync(target, constants.W_OK | constants.X_OK);
    }
    const staging = makeStaging(target, keepFolder && existsSync(target));
    unfinished.add(staging);
    const remove = () => {
      unfinished.delete(staging);
      rmSync(staging, { recursive: true, force: true });
    };
    process.once('exit', remove);
    return {
      staging,
      check: () => refuseFoldersInTheWay(staging, target),
      publish: () => publish(staging, target),
      discard: () => {
        remove();
        process.off('exit', remove);
      },
    };
  } catch (error) {
    throw explainSystemError(error, out);
  }
}

/** The folder that a path means: behind a symbolic link, be it one to a folder that is not there. */
function targetOf(out: string): string {
  if (existsSync(out)) return realpathSync(out);
  const isLink = lstatSync(out, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? resolve(realpathSync(dirname(out)), readlinkSync(out)) : out;
}

/**
 * Beside the target, so that moving is renaming; within it where there is no right to write beside it, or
 * where it is a disk of its own.
 */
function makeStaging(target: string, keepFolder: boolean): string {
  const name = `.${basename(target)}.muster-${process.pid}`;
  const beside = join(keepFolder || isMountPoint(target) ? target : dirname(target), name);
  try {
    mkdirSync(beside);
    return beside;
  } catch (error) {
    if (!existsSync(target) || !['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) throw error;
    const within = join(target, name);
    mkdirSync(within);
    return within;
  }
}

function isMountPoint(folder: string): boolean {
  return existsSync(folder) && statSync(folder).dev !== statSync(dirname(folder)).dev;
}

function publish(staging: string, target: string): void {
  try {
    if (!existsSync(target)) {
      renameSync(staging, target);
      return;
    }
    refuseFoldersInTheWay(staging, target);
    if (dirname(staging) === target) moveFiles(staging, target);
    else swap(staging, target);
  } catch (error) {
    throw explainSystemError(error, target);
  }
}

function refuseFoldersInTheWay(staging: string, target: string): void {
  const inTheWay = readdirSync(staging).find((name) => isFolder(join(target, name)));
  if (inTheWay === undefined) return;
  throw new Failure(`${join(target, inTheWay)} is a folder where a file is to be written.`, 'Rename it.');
}

/**
 * Puts the filled folder in the other's place, with what others have in it. A crash at any point is put
 * right by `recover`.
 */
function swap(staging: string, target: string): void {
  const old = oldFolder(target);
  linkForeignFiles(target, staging);
  chmodSync(staging, statSync(target).mode);
  renameSync(target, old);
  try {
    renameSync(staging, target);
  } catch (error) {
    renameSync(old, target);
    throw error;
  }
  clearAway(old, target);
}

/** Others' files stand in both folders for the moment of the swap, so that they are never away. */
function linkForeignFiles(target: string, staging: string): void {
  for (const name of foreignEntries(target, staging)) {
    if (isFolder(join(target, name)) || existsSync(join(staging, name))) continue;
    try {
      linkSync(join(target, name), join(staging, name));
    } catch {
      // Where the disk knows no links the file is moved after the swap.
    }
  }
}

/** Takes what is left of others (folders, what could not be linked) from the old folder, and the folder away. */
function clearAway(old: string, target: string): void {
  for (const name of foreignEntries(old, target)) {
    if (!existsSync(join(target, name))) renameSync(join(old, name), join(target, name));
  }
  rmSync(old, { recursive: true, force: true });
}

/** Moves the files one by one where the folder itself cannot be replaced, the manifest of a run last. */
function moveFiles(staging: string, target: string): void {
  const names = readdirSync(staging);
  if (!names.includes(MANIFEST)) {
    for (const name of names) renameSync(join(staging, name), join(target, name));
    return;
  }
  const fresh = names.filter((name) => name !== MANIFEST);
  const stale = listedFiles(target).filter((name) => !fresh.includes(name) && !isFolder(join(target, name)));
  rmSync(join(target, MANIFEST), { force: true });
  for (const name of [...fresh, MANIFEST]) renameSync(join(staging, name), join(target, name));
  for (const name of stale) rmSync(join(target, name), { force: true });
}

/**
 * What stands in an output folder without being the earlier run's that the files of the fresh one replace. What has no manifest is no run,
 * and replaces only the files of its own names.
 */
function foreignEntries(folder: string, fresh: string): readonly string[] {
  const ours = new Set(existsSync(join(fresh, MANIFEST)) ? [MANIFEST, ...listedFiles(folder)] : []);
  return readdirSync(folder).filter((name) => !ours.has(name) || isFolder(join(folder, name)));
}

/** The files that the manifest of an earlier run lists; none without a manifest of ours. */
function listedFiles(target: string): readonly string[] {
  const path = join(target, MANIFEST);
  if (!existsSync(path)) return [];
  try {
    const manifest = ManifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return manifest.files.map(({ name }) => name).filter((name) => name === basename(name));
  } catch {
    return [];
  }
}

function oldFolder(target: string): string {
  return join(dirname(target), `.${basename(target)}.muster-old`);
}

/** Puts right what a killed run has left: the old folder back in its place, unfinished ones away. */
function recover(out: string): void {
  const target = targetOf(out);
  const old = oldFolder(target);
  if (existsSync(old)) {
    if (existsSync(target)) clearAway(old, target);
    else renameSync(old, target);
  }
  removeAbandoned(dirname(target), basename(target));
  if (isFolder(target)) removeAbandoned(target, basename(target));
}

function removeAbandoned(folder: string, name: string): void {
  const prefix = `.${name}.muster-`;
  for (const entry of readdirSync(folder)) {
    const owner = entry.startsWith(prefix) ? Number(entry.slice(prefix.length)) : Number.NaN;
    if (Number.isInteger(owner) && !isAtWork(owner, join(folder, entry)))
      rmSync(join(folder, entry), { recursive: true, force: true });
  }
}

/** Whether the process that made a folder fills it still. */
function isAtWork(pid: number, staging: string): boolean {
  return pid === process.pid ? unfinished.has(staging) : isRunning(pid);
}
