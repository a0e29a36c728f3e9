import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenView } from '../../../electron/contract/views.ts';
import { useApi } from '../../api/connection.tsx';
import { asProblem, isCancelled, type Problem } from '../../api/problem.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { useJobs } from '../../api/workspace-events.tsx';

/** What is asked of the engine. */
export interface QueryAsked {
  readonly sql: string;
  readonly diagnostic?: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** How the running of a query is. */
export type QueryRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly startedAt: number; readonly stopping: boolean }
  | { readonly kind: 'done'; readonly view: OpenView & { readonly milliseconds: number } }
  | { readonly kind: 'stopped' }
  /** `line` is where in the query it is wrong, from 1; null where that is not known. */
  | { readonly kind: 'failed'; readonly problem: Problem; readonly line: number | null };

/** Runs queries, one at a time; a result is closed when the next comes or the screen is left. */
export function useQueryRun(): {
  readonly state: QueryRun;
  readonly run: (asked: QueryAsked) => void;
  readonly stop: () => void;
} {
  const api = useApi();
  const { workspace } = useWorkspace();
  const jobs = useJobs();
  const [state, setState] = useState<QueryRun>({ kind: 'idle' });
  const latest = useRef(0);

  const open = state.kind === 'done' ? state.view.view : null;
  useEffect(() => {
    if (open === null) return;
    return () => void api.views.close({ workspace, view: open }).catch(() => {});
  }, [api, workspace, open]);
  const run = useCallback(
    async (asked: QueryAsked) => {
      const turn = ++latest.current;
      setState({ kind: 'running', startedAt: performance.now(), stopping: false });
      try {
        const view = await api.queries.run({ workspace, ...asked });
        if (turn === latest.current) setState({ kind: 'done', view });
        else void api.views.close({ workspace, view: view.view }).catch(() => {});
      } catch (error) {
        if (turn !== latest.current) return;
        const problem = asProblem(error);
        setState(
          isCancelled(error) ? { kind: 'stopped' } : { kind: 'failed', problem, line: lineOf(problem) },
        );
      }
    },
    [api, workspace],
  );

  // The job may be told of only after the user has asked to stop it.
  const own = jobs.find(({ kind, title }) => kind === 'query' && title === JOB_TITLE);
  const isStopping = state.kind === 'running' && state.stopping;
  const toStop = isStopping && own?.state !== 'cancelling' ? own?.job : undefined;
  useEffect(() => {
    if (toStop !== undefined) void api.events.cancel({ workspace, job: toStop }).catch(() => {});
  }, [api, workspace, toStop]);

  // Nobody waits any more for what is left behind, and others wait for its thread.
  const left = useRef<string | undefined>(undefined);
  left.current = state.kind === 'running' ? own?.job : undefined;
  useEffect(
    () => () => {
      latest.current++;
      const job = left.current;
      if (job !== undefined) void api.events.cancel({ workspace, job }).catch(() => {});
    },
    [api, workspace],
  );
  const stop = useCallback(
    () => setState((before) => (before.kind === 'running' ? { ...before, stopping: true } : before)),
    [],
  );
  return { state, run: (asked) => void run(asked), stop };
}

/** What the engine calls the work, which is how it is told from a comparison of runs. */
const JOB_TITLE = 'Running a query';

/** The line that a problem begins with: "Line 3: …". */
function lineOf({ message }: Problem): number | null {
  const line = /^Line (\d+): /.exec(message)?.[1];
  return line === undefined ? null : Number(line);
}
