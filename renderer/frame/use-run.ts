import { useRef } from 'react';
import { useAct } from '../api/use-act.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { useJobs } from '../api/workspace-events.tsx';
import { readRoute, type Step } from '../router/route.ts';
import { go } from '../router/use-route.ts';
import { useRunSettings } from './run-settings.tsx';

/** Makes a run with the chosen as-of date and parameters. */
export function useRun(): {
  readonly run: () => void;
  readonly running: boolean;
  readonly blockers: readonly string[];
} {
  const { run: state, recipe } = useWorkspace();
  const { asOf, params } = useRunSettings();
  const jobs = useJobs();
  const begunAt = useRef<Step | null>(null);
  const act = useAct((api, workspace) => api.runs.start({ workspace, asOf, params }), {
    done: ({ run, balanced }) =>
      balanced
        ? `Run ${run} is done, and it balances.`
        : `Run ${run} is done, but it does not balance: see the funnel.`,
    after: ({ balanced }) => {
      const route = readRoute(location.hash);
      // Whoever prepared the run and waited for it wants to see it; whoever went on to something else stays there.
      if (route.kind !== 'workspace' || route.step !== begunAt.current) return;
      if (route.step !== 'files' && route.step !== 'quarantine') return;
      go({ ...route, step: balanced && recipe.advises ? 'insights' : 'funnel', query: {} });
    },
  });
  const running = act.isPending || jobs.some(({ kind }) => kind === 'run');
  const run = () => {
    if (running || state.blockers.length > 0) return;
    const route = readRoute(location.hash);
    begunAt.current = route.kind === 'workspace' ? route.step : null;
    act.mutate();
  };
  return { run, running, blockers: state.blockers };
}
