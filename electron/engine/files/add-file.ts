import { statSync } from 'node:fs';
import type { AddedFile } from '../../contract/files.ts';
import { Failure } from '../failure.ts';
import { isPrepared, prepareSource } from '../ingest/import-table.ts';
import type { WriterContext } from '../jobs/job.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { count, type WritableDb } from '../workspace/database.ts';
import { inTransaction } from '../workspace/workspace.ts';
import { readHead } from './head.ts';
import { keepPlace } from './keep-place.ts';
import { type LoadedTwin, loadedTwin } from './loaded-twin.ts';
import { placeFile } from './place-file.ts';
import { type Problem, recognise } from './recognise.ts';
import { asKnown, endWait, type GivenFile, letWait } from './waiting-files.ts';

/** What a file turned out to be: loaded or there already, or waiting with a problem. */
type Outcome =
  | { readonly source: string; readonly outcome: 'loaded' }
  | { readonly source: string; readonly outcome: 'unchanged'; readonly as: string }
  | { readonly source: string | null; readonly outcome: 'waiting'; readonly problem: Problem };

/** Recognises a file and loads it; what cannot be loaded waits, with its problem, and the rest of the workspace is as before. */
export async function addFile(
  { workspace, recipe, onProgress, cancel }: WriterContext,
  given: GivenFile,
): Promise<AddedFile> {
  const { db } = workspace;
  let source: string | null = null;
  const load = async (): Promise<Outcome> => {
    prepareSources(db, recipe);
    const head = await readHead(given.path, given.name);
    const recognition = recognise(db, recipe, head);
    const taken =
      recognition.kind === 'recognised' ? recognition.fit.source.name : recognition.problem.source;
    const twin = await loadedTwin(db, { ...given, source: taken }, cancel);
    const holder = twin && holderOf(recipe, twin, taken);
    if (twin && !holder)
      return { source: taken, outcome: 'waiting', problem: twice(given.name, twin.file, taken) };
    // Where the source is described anew all of it is loaded again.
    if (twin && holder && isPrepared(db, holder)) {
      await keepPlace(db, twin, given, cancel);
      endWait(db, given);
      return { source: twin.source, outcome: 'unchanged', as: twin.file };
    }
    if (recognition.kind === 'waiting') {
      const { problem } = recognition;
      return { source: problem.source, outcome: 'waiting', problem };
    }
    const { fit } = recognition;
    source = fit.source.name;
    const placed = await placeFile({ db, onProgress, cancel }, fit.source, {
      path: given.path,
      name: given.name,
      decided: false,
      reading: fit.reading,
      readingFrom: fit.readingFrom,
    });
    endWait(db, given);
    return placed.outcome === 'loaded'
      ? { source, outcome: 'loaded' }
      : { source, outcome: 'unchanged', as: placed.as ?? given.name };
  };
  const result = await inTransaction(workspace, load).catch((error: unknown): Outcome => {
    if (!(error instanceof Failure)) throw error;
    const { message, nextStep } = error;
    const problem = asKnown(message, given);
    return { source, outcome: 'waiting', problem: { source, needs: 'file', problem, nextStep } };
  });
  if (result.outcome === 'waiting') {
    const { problem } = result;
    await inTransaction(workspace, async () => letWait(db, given, sizeOf(given.path), problem));
  }
  return {
    ...{ name: given.name, source: result.source, outcome: result.outcome },
    ...(result.outcome === 'unchanged' && result.as !== given.name && { as: result.as }),
  };
}

/** The source that has a file's content already and takes nothing twice; undefined where the file may be meant for another. */
function holderOf({ sources }: Recipe, twin: LoadedTwin, taken: string | null): Source | undefined {
  const source = sources.find(({ name }) => name === twin.source);
  return source?.incremental && (taken === null || taken === twin.source) ? source : undefined;
}

/** Loaded under two names, the same records would count twice in silence, or each reject its other self. */
function twice(name: string, twin: string, source: string | null): Problem {
  return {
    source,
    needs: 'file',
    problem: `${name} has the same content as ${twin}, which is loaded.`,
    nextStep: 'Take one of them away.',
  };
}

/** Makes the staging tables of all sources that have none, so that an optional source without a file is empty, not absent. */
export function prepareSources(db: WritableDb, { sources }: Recipe): void {
  for (const source of sources) {
    const loaded = count(db, 'select count(*) from import where source = ?', source.name);
    if (loaded === 0 && !isPrepared(db, source)) prepareSource(db, source);
  }
}

/** Bytes of a file, 0 where it is gone. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
