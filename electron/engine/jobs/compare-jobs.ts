import type { RunComparison, WhatIf } from '../../contract/runs.ts';
import { compareRuns } from '../explain/compare-runs.ts';
import { storedRun } from '../explain/stored-run.ts';
import { withoutRules } from '../explain/what-if.ts';
import type { JobTable, ReaderContext } from './job.ts';

/** Comparisons of runs, with each other and with what they would be. */
export const compareJobs = {
  compareRuns(
    { db }: ReaderContext,
    { from, to }: { readonly from: number; readonly to: number },
  ): RunComparison {
    return compareRuns(db, from, to);
  },

  withoutRules(
    { db }: ReaderContext,
    { run, off }: { readonly run: number; readonly off: readonly string[] },
  ): WhatIf {
    return withoutRules(db, storedRun(db, run), new Set(off));
  },
} satisfies JobTable<ReaderContext>;
