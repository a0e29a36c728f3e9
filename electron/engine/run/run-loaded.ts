import type { OnProgress } from '../../contract/progress.ts';
import type { Params } from '../../contract/workspaces.ts';
import { Failure } from '../failure.ts';
import { judgeSources } from '../files/judge-as-of.ts';
import { missingSources } from '../files/missing-sources.ts';
import { prepareSource, refuseRedefined } from '../ingest/import-table.ts';
import { bindings } from '../recipe/parameters.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { CancelFlag } from '../workspace/cancel.ts';
import { count, type WritableDb } from '../workspace/database.ts';
import { inTransaction, type Workspace } from '../workspace/workspace.ts';
import { copyWarnings } from './copy-warnings.ts';
import { executeRun, type FinishedRun } from './execute-run.ts';
import { importWarnings } from './import-report.ts';
import { namedTogether } from './words.ts';

/** What a run over loaded files is asked for. */
export interface LoadedRun {
  readonly recipe: Recipe;
  /** ISO day. */
  readonly asOf: string;
  readonly params: Params;
  /** Sources without a file that the user wants to do without. */
  readonly without?: readonly string[];
}

/**
 * Runs a recipe over the files that are loaded, in one transaction; records that the as-of date makes others are judged anew. Throws a
 * Failure where a required source has no file, files were loaded under another definition of their source, or one that has to be read
 * again is gone.
 */
export async function runLoaded(
  workspace: Workspace,
  { recipe, asOf, params, without = [] }: LoadedRun,
  onProgress: OnProgress,
  cancel: CancelFlag = new CancelFlag(),
): Promise<FinishedRun> {
  const { db } = workspace;
  const bound = bindings(recipe, asOf, params);
  return inTransaction(workspace, async () => {
    refuseFilled(db, without);
    refuseMissing(db, recipe, without);
    prepareSources(db, recipe);
    await judgeSources({ db, onProgress, cancel }, recipe, asOf);
    const warnings = [...copyWarnings(db, recipe), ...importWarnings(db, [])];
    return executeRun(db, { recipe, asOf, params, bindings: bound, warnings, without }, onProgress);
  });
}

function refuseFilled(db: WritableDb, without: readonly string[]): void {
  const filled = without.find(
    (source) => count(db, 'select count(*) from import where source = ?', source) > 0,
  );
  if (filled === undefined) return;
  const nextStep = 'Remove them under Files, or run with them.';
  throw new Failure(`${filled} has files, and is to be left out.`, nextStep);
}

function refuseMissing(db: WritableDb, recipe: Recipe, without: readonly string[]): void {
  const missing = missingSources(db, recipe).filter((source) => !without.includes(source));
  if (missing.length === 0) return;
  throw new Failure(
    `${namedTogether(missing)} ${missing.length === 1 ? 'has' : 'have'} no file yet.`,
    missing.length === 1 ? 'Add it under Files.' : 'Add them under Files.',
  );
}

/** A source without a file is an empty table to queries. */
function prepareSources(db: WritableDb, { sources }: Recipe): void {
  for (const source of sources) {
    refuseRedefined(db, source);
    prepareSource(db, source);
  }
}
