import { Failure } from '../failure.ts';
import { exposeSource } from '../ingest/staging.ts';
import { exposeLookups } from '../run/expose-lookups.ts';
import { exposePublished } from '../run/published.ts';
import { exposeRun } from '../run/run-tables.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { exposeRemembered } from './expose-remembered.ts';
import { lastRunNumber, type StoredRun, storedRun } from './stored-run.ts';

/** Finds the last run and lets queries name what it wrote; throws a Failure when there is none. */
export function openLastRun(db: ReadableDb, path: string): StoredRun {
  const number = lastRunNumber(db);
  if (number === undefined) {
    throw new Failure(`${path} holds no run yet.`, 'Make one with: run … --workspace FILE.');
  }
  const run = storedRun(db, number);
  for (const source of run.recipe.sources) exposeSource(db, source);
  exposeLookups(db, run.recipe);
  exposePublished(db, run.recipe, number);
  exposeRemembered(db, run);
  exposeRun(db, run.recipe, run.tables);
  return run;
}
