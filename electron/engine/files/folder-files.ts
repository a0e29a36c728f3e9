import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { explainSystemError } from '../failure.ts';
import { byCodeUnit } from '../ingest/match-files.ts';
import { isFolder } from '../is-folder.ts';
import type { GivenFile } from './waiting-files.ts';

/** The files that were given, a folder by those directly in it, in the order of their names; hidden ones are nobody's. */
export function givenFiles(given: readonly GivenFile[]): readonly GivenFile[] {
  const files = given.flatMap((each) => {
    if (!isFolder(each.path)) return [each];
    const within = filesOf(each);
    // An empty folder waits, so that it is said.
    return within.length > 0 ? within : [each];
  });
  const byPlace = new Map(files.map((file) => [file.path, file]));
  return [...byPlace.values()].sort((one, other) => byCodeUnit(one.name, other.name));
}

function filesOf({ file, path }: GivenFile): readonly GivenFile[] {
  try {
    return readdirSync(path)
      .filter((name) => !name.startsWith('.') && !isFolder(join(path, name)))
      .map((name) => ({ file: join(file, name), path: join(path, name), name }));
  } catch (error) {
    throw explainSystemError(error, path);
  }
}
