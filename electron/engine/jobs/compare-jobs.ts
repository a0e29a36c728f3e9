import type { HistoryInfo, RunComparison, WhatIf } from '../../contract/runs.ts';
import { compareRuns } from '../explain/compare-runs.ts';
import { storedRun } from '../explain/stored-run.ts';
import { withoutRules } from '../explain/what-if.ts';
import { historySnapshots } from '../run/history-snapshots.ts';
import type { JobTable, ReaderContext } from './job.ts';

/** Comparisons of runs, with each other and with what they would be, and what they left for later ones. */
export const compareJobs = {
  compareRuns(
    { db }: ReaderContext,
    { from, to }: { readonly from: number; readonly to: number },
  ): RunComparison {
    return compareRuns(db, from, to);
  },

  /** What the recipe's histories keep. */
  historySnapshots({ db, recipe }: ReaderContext): readonly HistoryInfo[] {
    return historySnapshots(db, recipe);
  },

  withoutRules(
    { db }: ReaderContext,
    { run, off }: { readonly run: number; readonly off: readonly string[] },
  ): WhatIf {
    return withoutRules(db, storedRun(db, run), new Set(off));
  },
} satisfies JobTable<ReaderContext>;
