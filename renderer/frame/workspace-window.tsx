import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { Topic, WorkspaceEvent } from '../../electron/contract/events.ts';
import { useApi } from '../api/connection.tsx';
import { asProblem, Problem } from '../api/problem.ts';
import { OverviewContext } from '../api/workspace.tsx';
import { WorkspaceEvents } from '../api/workspace-events.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { tellProblem } from '../components/tell.tsx';
import { host } from '../host/choose-host.ts';
import type { Route } from '../router/route.ts';
import styles from './frame.module.css';
import { Frame } from './frame.tsx';
import { RunSettingsProvider } from './run-settings.tsx';
import { RunProvider } from './use-run.tsx';
import { Splash } from './window.tsx';

const TOPICS: readonly Topic[] = ['files', 'quarantine', 'runs', 'queries', 'exports'];

/** An open workspace: its overview, its events, and the frame around its steps. */
export function WorkspaceWindow({ route }: { readonly route: Extract<Route, { kind: 'workspace' }> }) {
  const { workspace } = route;
  const api = useApi();
  const query = useQuery({
    queryKey: [workspace, 'overview'],
    queryFn: () => api.workspaces.overview({ workspace }),
    meta: { topics: TOPICS },
  });
  const { path, name } = query.data ?? {};
  useEffect(() => {
    if (path && name) host.showDocument({ path, name });
  }, [path, name]);
  const onEvent = useCallback((event: WorkspaceEvent) => {
    // What a call of this window began is told by that call; a reload may have left the work without one.
    if (event.kind === 'finished' && event.outcome === 'failed' && !document.hasFocus() && event.message)
      tellProblem(new Problem(`${event.title}: ${event.message}`, 'Open the step to see what to do.'));
  }, []);
  if (!query.data) {
    if (!query.isError) return <Splash />;
    const { message, nextStep } = asProblem(query.error);
    return (
      <main className={styles.splash}>
        <VisuallyHidden component="h1">Muster</VisuallyHidden>
        <div>
          <ErrorNote error={new Problem(message, nextStep)} onRetry={() => void query.refetch()} />
          <p className={styles.back}>
            <a href="#/">All workspaces</a>
          </p>
        </div>
      </main>
    );
  }
  return (
    <OverviewContext value={query.data}>
      <WorkspaceEvents workspace={workspace} onEvent={onEvent}>
        <RunSettingsProvider>
          <RunProvider>
            <Frame step={route.step} />
          </RunProvider>
        </RunSettingsProvider>
      </WorkspaceEvents>
    </OverviewContext>
  );
}
