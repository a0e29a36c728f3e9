import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openPublication, type Publication } from '../export/publish.ts';
import { Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
import { isRunning } from '../is-running.ts';
import { linkOrCopy } from './copy-file.ts';

/*
 * A delivery is filled under one name within the folder and then given another. From that moment it counts: whoever finds it with that name
 * after a crash puts its files in their places. Until then nothing of it counts. Within stand the files of each team and day.
 */
const FILLING = '.muster-delivery-';
const DECIDED = '.muster-delivered-';

/** Within either: what is delivered, and what stood in its place. */
const FILES = 'files';
const EARLIER = 'earlier';

/** The deliveries that this process is at. */
const atWork = new Set<string>();

/** A delivery within a folder, before its files have their places. */
export interface StagedFolders {
  /** Where the files of each team and day are put: `<team>/<day>/`. */
  readonly files: string;
  /** Makes it count; returns a folder for what it replaces. */
  decide(): string;
  /** Takes it away, whatever became of it. */
  remove(): void;
}

/** Makes room for a delivery within a folder. */
export function stageWithin(folder: string): StagedFolders {
  const [filling, decided] = [join(folder, FILLING + process.pid), join(folder, DECIDED + process.pid)];
  const files = join(filling, FILES);
  mkdirSync(files, { recursive: true });
  atWork.add(filling);
  return {
    files,
    decide: () => {
      renameSync(filling, decided);
      return join(decided, EARLIER);
    },
    remove: () => {
      clearAway(decided, filling);
      atWork.delete(filling);
    },
  };
}

/** Takes a delivery away; it ceases to count first, as half of one must never be taken for a whole. */
function clearAway(decided: string, filling: string): void {
  if (existsSync(decided)) renameSync(decided, filling);
  rmSync(filling, { recursive: true, force: true });
}

/**
 * Puts right what deliveries that were killed have left in a folder: those that count are placed, the others go. Throws a Failure where
 * another delivery is at work in it.
 */
export function finishAbandoned(folder: string): void {
  if (!isFolder(folder)) return;
  for (const owner of new Set(readdirSync(folder).flatMap((name) => ownerOf(name) ?? []))) {
    const [filling, decided] = [join(folder, FILLING + owner), join(folder, DECIDED + owner)];
    if (isAtWork(owner, filling)) {
      throw new Failure(
        `Another delivery to ${folder} is at work, in process ${owner}.`,
        'Wait until it is done, then run again.',
      );
    }
    for (const { files, target } of targetsOf(join(decided, FILES), folder)) {
      closing(openFilled(files, target), (publication) => publication.publish());
    }
    // Opening a publication takes away what a killed one has left.
    for (const { target } of targetsOf(join(filling, FILES), folder)) closing(openPublication(target));
    clearAway(decided, filling);
  }
}

/** Opens the publication of files that lie in a folder; nobody sees them before it is published. */
export function openFilled(files: string, target: string): Publication {
  const publication = openPublication(target);
  try {
    for (const name of readdirSync(files)) linkOrCopy(join(files, name), join(publication.staging, name));
    publication.check();
    return publication;
  } catch (error) {
    publication.discard();
    throw error;
  }
}

/** Where the files of each team and day are, and where they belong. */
function targetsOf(files: string, folder: string) {
  if (!existsSync(files)) return [];
  return readdirSync(files).flatMap((team) =>
    readdirSync(join(files, team)).map((day) => {
      return { files: join(files, team, day), target: join(folder, team, day) };
    }),
  );
}

function closing(publication: Publication, use: (publication: Publication) => void = () => {}): void {
  try {
    use(publication);
  } finally {
    publication.discard();
  }
}

/** The process that has made a folder of this name; undefined for other names. */
function ownerOf(name: string): number | undefined {
  const [, owner] = /^\.muster-deliver(?:y|ed)-(\d+)$/.exec(name) ?? [];
  return owner === undefined ? undefined : Number(owner);
}

/** Whether a process is at work on a delivery. */
function isAtWork(pid: number, filling: string): boolean {
  return pid === process.pid ? atWork.has(filling) : isRunning(pid);
}
