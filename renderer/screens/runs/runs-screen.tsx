import { History } from 'lucide-react';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { NoRun } from '../../components/no-run.tsx';
import { Screen } from '../../components/screen.tsx';
import { formatMany } from '../../format/numbers.ts';
import { useStepQuery } from '../../router/use-route.ts';
import { chosenPair } from './chosen-pair.ts';
import { Comparison } from './comparison.tsx';
import { HistorySection } from './history-section.tsx';
import { RunPage } from './run-page.tsx';
import styles from './runs.module.css';
import { RunsTable } from './runs-table.tsx';

/** Every run with its figures, two of them side by side, or one of them in full. */
export function RunsScreen() {
  const { run: state, runs } = useWorkspace();
  const [query, change] = useStepQuery();
  const answer = useAnswer({
    key: ['runs.list'],
    topics: ['runs'],
    ask: (api, workspace, signal) => api.runs.list({ workspace }, { signal }),
    when: state.kind !== 'none',
  });
  if (state.kind === 'none') {
    return (
      <Screen title="Runs">
        <NoRun icon={History} title="No run yet">
          Press Run. Every run is kept here with its figures, so that two of them can be laid side by side.
        </NoRun>
      </Screen>
    );
  }
  const opened = Number(query.run ?? 0);
  if (opened > 0) return <RunPage key={opened} run={opened} />;
  return (
    <Screen title="Runs" about={formatMany(runs, 'run')}>
      <Answered query={answer}>
        {(list) => {
          const pair = chosenPair(list, query);
          return (
            <div className={styles.page}>
              <RunsTable
                runs={list}
                pair={pair}
                onChoose={(from, to) => change({ from: String(from), to: String(to) })}
              />
              {pair ? (
                <Comparison from={pair.from} to={pair.to} />
              ) : (
                <p className={styles.dim}>
                  Once there is a second run, the two stand here side by side: who came, who left, and why.
                </p>
              )}
              <HistorySection />
            </div>
          );
        }}
      </Answered>
    </Screen>
  );
}
