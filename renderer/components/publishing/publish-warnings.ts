import type { RunSummary } from '../../../electron/contract/runs.ts';
import type { RunState } from '../../../electron/contract/workspaces.ts';

/** What somebody should know before they publish a run: that there is a later one, or that it is out of date. */
export function publishWarnings(run: Pick<RunSummary, 'run'>, last: RunState): readonly string[] {
  if (last.kind === 'none') return [];
  if (last.run !== run.run) return [`It is not the last run: that is run ${last.run}.`];
  if (last.kind === 'current') return [];
  return [`It is out of date: ${last.differences.join(' ')}`];
}
