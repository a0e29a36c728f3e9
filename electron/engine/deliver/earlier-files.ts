import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST } from '../export/write-files.ts';
import { isFolder } from '../is-folder.ts';
import { linkOrCopy } from './copy-file.ts';
import { openFilled } from './staged-folders.ts';
import { listedNames } from './team-manifest.ts';

/** What a delivery replaces in a folder, kept until the whole delivery is placed. */
export interface EarlierFiles {
  /** Puts it back, and takes away what has come besides. */
  restore(): void;
}

/** Keeps in `kept` what files of these names would replace in a folder: theirs, and those that the folder's manifest lists. */
export function keepEarlier(target: string, fresh: readonly string[], kept: string): EarlierFiles {
  const wasThere = existsSync(target);
  mkdirSync(kept, { recursive: true });
  for (const name of new Set([...fresh, ...listedIn(target)])) {
    const path = join(target, name);
    if (existsSync(path) && !isFolder(path)) linkOrCopy(path, join(kept, name));
  }
  const names = readdirSync(kept);
  return {
    restore: () => {
      if (names.length > 0) republish(kept, target);
      for (const name of fresh.filter((each) => !names.includes(each))) {
        rmSync(join(target, name), { force: true });
      }
      if (!wasThere) removeEmpty(target);
    },
  };
}

/** Takes folders away that hold nothing; what does hold something stays. */
export function removeEmpty(...folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      rmdirSync(folder);
    } catch {
      // Somebody has put something there meanwhile, or it is gone.
    }
  }
}

function republish(kept: string, target: string): void {
  const publication = openFilled(kept, target);
  try {
    publication.publish();
  } finally {
    publication.discard();
  }
}

function listedIn(target: string): readonly string[] {
  const path = join(target, MANIFEST);
  return existsSync(path) && !isFolder(path) ? listedNames(readFileSync(path, 'utf8')) : [];
}
