import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { useAct } from '../api/use-act.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { useJobs } from '../api/workspace-events.tsx';
import { Confirm } from '../components/confirm.tsx';
import { withoutFile } from '../components/without-file.ts';
import { formatDay, today } from '../format/times.ts';
import { readRoute, type Step } from '../router/route.ts';
import { go } from '../router/use-route.ts';
import { useRunSettings } from './run-settings.tsx';

/** How the next run is made. */
interface RunAct {
  /** Makes it, or asks first where that is wise; does nothing while it cannot be made. */
  readonly run: () => void;
  readonly running: boolean;
  /** What keeps it from being made, in sentences. */
  readonly blockers: readonly string[];
}

const RunContext = createContext<RunAct | null>(null);

/** Makes runs with what the user has chosen for them. */
export function RunProvider({ children }: { readonly children: ReactNode }) {
  const { run: state, recipe } = useWorkspace();
  const { asOf, params, without } = useRunSettings();
  const jobs = useJobs();
  const [asks, setAsks] = useState(false);
  const begunAt = useRef<Step | null>(null);
  const act = useAct((api, workspace) => api.runs.start({ workspace, asOf, params, without: [...without] }), {
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
  const missing = state.missing.filter((source) => !without.includes(source));
  const blockers = [...missing.map(withoutFile), ...state.blockers];
  const start = () => {
    const route = readRoute(location.hash);
    begunAt.current = route.kind === 'workspace' ? route.step : null;
    setAsks(false);
    act.mutate();
  };
  const run = () => {
    if (running || blockers.length > 0) return;
    if (recipe.history.length > 0 && asOf > today()) setAsks(true);
    else start();
  };
  return (
    <RunContext value={{ run, running, blockers }}>
      {children}
      <Confirm
        opened={asks}
        title={`Run as of ${formatDay(asOf)}?`}
        deed="Run as of that day"
        onDo={start}
        onClose={() => setAsks(false)}
      >
        That day is still to come. The workspace keeps what the run finds under it, and later runs take it for
        what was known on that day. Under Runs it can be taken out again.
      </Confirm>
    </RunContext>
  );
}

/** How the next run is made. */
export function useRun(): RunAct {
  const act = useContext(RunContext);
  if (!act) throw new Error('No workspace is open.');
  return act;
}
