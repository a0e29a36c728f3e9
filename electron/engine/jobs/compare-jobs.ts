import type { RunComparison } from '../../contract/runs.ts';
import { compareRuns } from '../explain/compare-runs.ts';
import type { JobTable, ReaderContext } from './job.ts';

/** Comparisons of runs. */
export const compareJobs = {
  compareRuns(
    { db }: ReaderContext,
    { from, to }: { readonly from: number; readonly to: number },
  ): RunComparison {
    return compareRuns(db, from, to);
  },
} satisfies JobTable<ReaderContext>;
