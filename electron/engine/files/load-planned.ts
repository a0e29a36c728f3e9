import { existsSync } from 'node:fs';
import type { OnProgress } from '../../contract/progress.ts';
import { dropTraceIndexes } from '../explain/trace-index.ts';
import { Failure } from '../failure.ts';
import { isPrepared, type PresentImport, prepareSource, removeImport } from '../ingest/import-table.ts';
import { openInput } from '../ingest/input-file.ts';
import { type FileToLoad, type LoadedImport, loadFiles } from '../ingest/load-files.ts';
import { lookAhead } from '../ingest/look-ahead.ts';
import type { Source } from '../recipe/recipe.ts';
import type { CancelFlag } from '../workspace/cancel.ts';
import type { WritableDb } from '../workspace/database.ts';
import { assume } from './assume.ts';
import { stoppable } from './stoppable.ts';

/** Of files that are larger together, loading takes longer than making the indexes of traces anew. */
const LARGE_BYTES = 4_000_000;

/** What loading needs beside the files. */
export interface LoadContext {
  readonly db: WritableDb;
  readonly onProgress: OnProgress;
  readonly cancel: CancelFlag;
}

/** A file to be loaded, with where its reading comes from. */
export interface Planned extends FileToLoad {
  readonly readingFrom: string | null;
  /** Of a file that is loaded anew as it was: what it was. */
  readonly before: PresentImport | undefined;
}

/** Loads files behind those that are there, or under the numbers that they are given, and notes what was assumed of each. */
export async function loadPlanned(
  { db, onProgress, cancel }: LoadContext,
  source: Source,
  files: readonly Planned[],
): Promise<readonly LoadedImport[]> {
  const look = stoppable(lookAhead(files), cancel);
  try {
    for (const file of files) {
      const { before } = file;
      if (before && (await look.survey(file)).sha256 !== before.sha256) {
        throw new Failure(
          `${before.path} has changed since it was loaded, and its records have to be judged anew.`,
          'Add it again first.',
        );
      }
    }
    // They are made again afterwards, more quickly than they grow with each record.
    if (files.reduce((sum, { file }) => sum + file.bytes, 0) > LARGE_BYTES) dropTraceIndexes(db);
    const loaded = await loadFiles(db, source, files, look, (progress) => {
      cancel.check();
      onProgress(progress);
    });
    for (const [index, each] of loaded.entries()) {
      const planned = files[index];
      if (!planned) continue;
      const { file, reading, readingFrom } = planned;
      const { name, bytes, handle } = file;
      await assume({ db, cancel }, source, { ...each, name, bytes, path: handle.path, reading, readingFrom });
    }
    return loaded;
  } finally {
    await look.stop();
  }
}

/** Opens a loaded file once more, to be read as it was. Throws a Failure that says what for, where it is gone. */
export function openAgain(source: Source, before: PresentImport, whatFor = 'loaded anew'): Planned {
  const { path, file, reading, readingFrom } = before;
  if (!existsSync(path)) {
    throw new Failure(
      `${file} has to be ${whatFor}, and is no longer at ${path || 'its place'}.`,
      'Put it back, or add it again first.',
    );
  }
  return { source, file: openInput(path, file), reading, readingFrom, before };
}

/** Loads files of a source again, from where they are and under the numbers that they have; of one whose definition has changed these are all. */
export async function loadAgain(
  context: LoadContext,
  source: Source,
  imports: readonly PresentImport[],
  whatFor?: string,
): Promise<void> {
  const { db } = context;
  const opened: Planned[] = [];
  try {
    for (const each of imports) {
      opened.push({ ...openAgain(source, each, whatFor), importNumber: each.import });
    }
    if (!isPrepared(db, source)) prepareSource(db, source);
    for (const each of imports) removeImport(db, source, each.import);
    await loadPlanned(context, source, opened);
  } finally {
    for (const { file } of opened) file.close();
  }
}
