import { Button, Loader } from '@mantine/core';
import { OctagonAlert, SquareTerminal } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { Grid } from '../../components/grid/grid.tsx';
import type { GridSource } from '../../components/grid/rows.ts';
import { keys } from '../../frame/keys.ts';
import { useOpenStory } from '../../router/use-open-story.ts';
import styles from './queries.module.css';
import type { QueryRun } from './use-query-run.ts';

interface QueryResultProps {
  readonly state: QueryRun;
  readonly onGoToLine: (line: number) => void;
}

/** What came of a query: its rows, why there are none, or how long it has been at work. */
export function QueryResult({ state, onGoToLine }: QueryResultProps) {
  switch (state.kind) {
    case 'idle':
      return (
        <div className={styles.result} data-empty>
          <EmptyState icon={SquareTerminal} title="No result yet">
            Run the query with {keys('Mod', 'Enter')}. Its first 100,000 rows can be looked at here; Save as
            CSV writes all of them.
          </EmptyState>
        </div>
      );
    case 'running':
      return (
        <div className={styles.result} data-empty>
          <div className={styles.running} role="status">
            <Loader aria-hidden="true" />
            {state.stopping ? 'Stopping' : 'Running'} <Elapsed since={state.startedAt} />
          </div>
        </div>
      );
    case 'stopped':
      return (
        <div className={styles.result} data-empty>
          <p className={styles.dim} role="status">
            The query was stopped. Nothing was changed.
          </p>
        </div>
      );
    case 'failed':
      return (
        <div className={styles.result}>
          <div className={styles.problem} role="alert">
            <OctagonAlert size={18} aria-hidden="true" />
            <div>
              <p className={styles.what}>{state.problem.message}</p>
              <p>{state.problem.nextStep}</p>
            </div>
            {state.line === null ? null : (
              <Button onClick={() => onGoToLine(state.line ?? 1)}>Go to line {state.line}</Button>
            )}
          </div>
        </div>
      );
    case 'done':
      return <Rows view={state.view} />;
  }
}

function Rows({ view }: { readonly view: Extract<QueryRun, { kind: 'done' }>['view'] }) {
  const openStory = useOpenStory();
  const source = useMemo((): GridSource => ({ kind: 'opened', view }), [view]);
  return (
    <div className={styles.result}>
      <Grid
        label="Result of the query"
        layout={`query:${view.columns.map(({ name }) => name).join()}`}
        source={source}
        onOpen={openStory}
        empty={
          <EmptyState title="No rows">
            The query ran and found nothing: for a diagnostic that is good news.
          </EmptyState>
        }
      >
        <span className={styles.dim}>in {timeText(view.milliseconds)}</span>
      </Grid>
    </div>
  );
}

/** How long something has taken so far, a tenth of a second at a time. */
function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  // A screen reader is told once that it runs, not ten times a second for how long.
  return <span aria-hidden="true">{timeText(Math.max(0, now - since))}</span>;
}

function timeText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
