import { statSync } from 'node:fs';
import type { FilesState, LoadedFileInfo, Reading, SourceState } from '../../contract/files.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { assumptionsOf } from './assume.ts';
import { missingSources } from './missing-sources.ts';
import { tellApart } from './tell-apart.ts';
import { waitingFiles } from './waiting-files.ts';

/** All that is known of a workspace's files. */
export function listFiles(db: ReadableDb, recipe: Recipe): FilesState {
  return {
    sources: recipe.sources.map((source) => sourceState(db, source)),
    waiting: waitingFiles(db),
    missing: missingSources(db, recipe),
  };
}

type ImportRow = Omit<LoadedFileInfo, 'title' | 'header' | 'reading' | 'assumptions' | 'there'> & {
  readonly path: string;
  readonly header: string;
  readonly reading: string;
};

function sourceState(db: ReadableDb, { name, required }: Source): SourceState {
  const rows = db
    .prepare<[string], ImportRow>(
      `select import, file as name, path, bytes, sha256, encoding, shape, delimiter, header, read, accepted, rejected, reading
       from import
       where source = ?
       order by import`,
    )
    .all(name);
  const titles = tellApart(rows.map((row) => row.name));
  const files = rows.map((row, index) => fileInfo(db, row, titles[index] ?? row.name));
  const sum = (figure: 'read' | 'accepted' | 'rejected') =>
    files.reduce((total, file) => total + file[figure], 0);
  const rejected = sum('rejected');
  const loaded = rejected > 0 ? 'ready with rejects' : 'ready';
  const absent = required ? 'missing' : 'optional';
  const state = files.length > 0 ? loaded : absent;
  return { source: name, state, read: sum('read'), accepted: sum('accepted'), rejected, files };
}

function fileInfo(
  db: ReadableDb,
  { path, header, reading, ...row }: ImportRow,
  title: string,
): LoadedFileInfo {
  return {
    ...row,
    title,
    header: JSON.parse(header) as readonly string[],
    reading: JSON.parse(reading) as Reading,
    assumptions: assumptionsOf(db, row.import, row.name),
    there: isThere(path, row.bytes),
  };
}

/** Whether a file of that size is still at its place. */
function isThere(path: string, bytes: number): boolean {
  try {
    return statSync(path).size === bytes;
  } catch {
    return false;
  }
}
