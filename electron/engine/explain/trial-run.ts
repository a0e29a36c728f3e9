import type { OnProgress } from '../../contract/progress.ts';
import type { WhatIf } from '../../contract/runs.ts';
import type { Params } from '../../contract/workspaces.ts';
import { Failure } from '../failure.ts';
import { judgeSources } from '../files/judge-as-of.ts';
import { isPrepared } from '../ingest/import-table.ts';
import { bindings } from '../recipe/parameters.ts';
import { executeRun } from '../run/execute-run.ts';
import { publishedDifferences, publishedRuns } from '../run/published.ts';
import { runRecord } from '../run/run-record.ts';
import { dataDifferences } from '../run/run-state.ts';
import { CancelFlag } from '../workspace/cancel.ts';
import { count, identifiers, type ReadableDb } from '../workspace/database.ts';
import { inUndoneTransaction, type Workspace } from '../workspace/workspace.ts';
import { type Difference, differenceSql, type RunPlace } from './compare-runs.ts';
import { keyTexts } from './key-texts.ts';
import type { Value } from './readable.ts';
import { storedRun } from './stored-run.ts';
import { MOST_KEYS } from './what-if.ts';

/** What is tried out against a run. */
export interface Trial {
  readonly run: number;
  /** Names of rules. */
  readonly off: readonly string[];
  /** ISO day. */
  readonly asOf: string;
  readonly params: Params;
}

/**
 * Runs a run's recipe again with another as-of date, other parameters or without some rules, compares, and undoes it: nothing of it
 * stays. Records that an as-of date makes others are judged anew for it. Throws a Failure when the data or the published runs are no
 * longer those of the run: the comparison would mix both.
 */
export async function tryOut(
  workspace: Workspace,
  trial: Trial,
  onProgress: OnProgress,
  cancel: CancelFlag = new CancelFlag(),
): Promise<WhatIf> {
  const { db } = workspace;
  return inUndoneTransaction(workspace, async () => {
    const context = { db, onProgress, cancel };
    const run = storedRun(db, trial.run);
    refuseRedefined(db, trial.run, run);
    await judgeSources(context, run.recipe, run.asOf);
    refuseOtherData(db, trial.run, run);
    refuseOtherPublications(db, trial.run, run);
    const { recipe } = run;
    const { asOf, params, off } = trial;
    await judgeSources(context, recipe, asOf);
    const bound = bindings(recipe, asOf, params);
    const request = {
      recipe,
      asOf,
      params,
      bindings: bound,
      warnings: [],
      off: new Set(off),
      knows: trial.run,
    };
    const { tables, reconciliation } = executeRun(db, request, onProgress);
    const { entered, delivered } = reconciliation.outcome;
    const came = differing(db, run, { recipe, tables }, 'came');
    const left = differing(db, run, { recipe, tables }, 'left');
    return {
      stages: reconciliation.stages,
      entered,
      delivered,
      gained: came.entities,
      lost: left.entities,
      gainedKeys: came.keys,
      lostKeys: left.keys,
    };
  });
}

function refuseRedefined(db: ReadableDb, number: number, { recipe }: RunPlace): void {
  if (!recipe.sources.every((source) => isPrepared(db, source))) throw otherData(number);
}

function refuseOtherData(db: ReadableDb, number: number, { recipe }: RunPlace): void {
  if (dataDifferences(db, recipe, runRecord(db, number)).length > 0) throw otherData(number);
}

function otherData(number: number): Failure {
  return new Failure(
    `Files or corrections are others than those of run ${number}, so that trying it out again would mix both.`,
    'Press Run first, then try it on the new run.',
  );
}

function refuseOtherPublications(db: ReadableDb, number: number, { recipe }: RunPlace): void {
  if (recipe.published.length === 0) return;
  const now = publishedRuns(db).filter((run) => run < number);
  const differences = publishedDifferences(runRecord(db, number).published, now);
  if (differences.length === 0) return;
  throw new Failure(
    `${differences.join(' ')} Trying run ${number} out again would mix both.`,
    'Press Run first, then try it on the new run.',
  );
}

function differing(db: ReadableDb, run: RunPlace, trial: RunPlace, which: Difference) {
  const sql = differenceSql(run, trial, which);
  const keys = db
    .prepare<[number], Value[]>(`select * from (${sql}) order by ${identifiers(run.recipe.key)} limit ?`)
    .raw()
    .safeIntegers()
    .all(MOST_KEYS);
  return { entities: count(db, `select count(*) from (${sql})`), keys: keyTexts(run.recipe, keys) };
}
