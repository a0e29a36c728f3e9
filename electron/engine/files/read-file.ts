import { existsSync, statSync } from 'node:fs';
import type { AddedFile, Reading } from '../../contract/files.ts';
import { Failure } from '../failure.ts';
import type { WriterContext } from '../jobs/job.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { inTransaction } from '../workspace/workspace.ts';
import { prepareSources } from './add-file.ts';
import { checkReading } from './check-reading.ts';
import { readHead } from './head.ts';
import { placeFile, removeFile } from './place-file.ts';
import { columnsProblem } from './recognise.ts';
import { keysOf, rememberReading } from './remembered-reading.ts';
import { sourceFit } from './source-fit.ts';
import { endWait, waitingFile } from './waiting-files.ts';

/** A file that waits or is loaded. */
export type KnownFile = { readonly waiting: string } | { readonly import: number };

/** A loaded file as it is kept. */
export interface LoadedPlace {
  readonly import: number;
  readonly source: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly reading: Reading;
}

/** Where a known file is, and the source that it is loaded into. */
export interface FoundFile {
  /** As the host names it; null for a loaded file. */
  readonly file: string | null;
  readonly path: string;
  readonly name: string;
  /** The loaded file, null for one that waits. */
  readonly loaded: LoadedPlace | null;
}

/**
 * Loads a waiting file, or a loaded one anew, in the way that the user says, and remembers what was said of its header. Throws a
 * Failure where it cannot be read so; all is then as before.
 */
export async function readFile(
  { workspace, recipe, onProgress, cancel }: WriterContext,
  input: { readonly of: KnownFile; readonly source: string; readonly reading: Reading },
): Promise<AddedFile> {
  const { db } = workspace;
  const { reading } = input;
  const source = sourceOf(recipe, input.source);
  checkReading(source, reading);
  return inTransaction(workspace, async () => {
    prepareSources(db, recipe);
    const { file, path, name, loaded } = findFile(db, input.of);
    const fit = sourceFit(db, source, await readHead(path, name, reading.encoding), reading);
    const problem = columnsProblem(name, fit);
    if (problem) throw new Failure(problem.problem, problem.nextStep);
    const context = { db, onProgress, cancel };
    if (loaded && loaded.source !== source.name) {
      await removeFile(context, sourceOf(recipe, loaded.source), loaded.import);
    }
    const { outcome, header } = await placeFile(context, source, {
      path,
      name,
      decided: true,
      reading,
      readingFrom: null,
      ...(loaded?.source === source.name && { of: loaded.import }),
    });
    const remembered = fit.shape === 'delimited' ? header : keysOf(fit.records.header);
    if (outcome === 'loaded') rememberReading(db, source.name, remembered, reading, name);
    if (file !== null) endWait(db, { file, path });
    return { name, source: source.name, outcome };
  });
}

/** The source of that name. Throws a Failure where the recipe has none. */
export function sourceOf({ sources }: Recipe, name: string): Source {
  const source = sources.find((each) => each.name === name);
  if (!source) throw new Failure(`There is no source ${name}.`, 'Choose another.');
  return source;
}

/** Where a waiting or loaded file is. Throws a Failure when it neither waits nor is loaded, or its original is gone. */
export function findFile(db: ReadableDb, of: KnownFile): FoundFile {
  const found =
    'waiting' in of ? { ...waitingFile(db, of.waiting), loaded: null } : loadedFile(db, of.import);
  if (!existsSync(found.path)) {
    throw new Failure(
      `${found.name} is no longer at ${found.path || 'its place'}.`,
      'Put it back, or add it again.',
    );
  }
  if (found.loaded && statSync(found.path).size !== found.loaded.bytes) {
    throw new Failure(`${found.path} has changed since it was loaded.`, 'Add it again.');
  }
  return found;
}

function loadedFile(db: ReadableDb, importNumber: number): FoundFile {
  const row = db
    .prepare<[number], Omit<LoadedPlace, 'reading'> & { name: string; path: string; reading: string }>(
      'select import, source, bytes, encoding, file as name, path, reading from import where import = ?',
    )
    .get(importNumber);
  if (!row) throw new Failure('The file is not loaded any more.', 'Look at the list of files again.');
  const { name, path, ...loaded } = row;
  return { file: null, path, name, loaded: { ...loaded, reading: JSON.parse(row.reading) as Reading } };
}
