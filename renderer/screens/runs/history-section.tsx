import type { HistoryInfo } from '../../../electron/contract/runs.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { formatMany } from '../../format/numbers.ts';
import styles from './runs.module.css';
import { SnapshotTable } from './snapshot-table.tsx';

/** What runs leave for later ones, by day and run, with the way to take it out; nothing where the recipe keeps no history. */
export function HistorySection() {
  const { recipe } = useWorkspace();
  const answer = useAnswer({
    key: ['runs.history'],
    topics: ['runs'],
    ask: (api, workspace, signal) => api.runs.history({ workspace }, { signal }),
    when: recipe.history.length > 0,
  });
  if (recipe.history.length === 0) return null;
  return (
    <section className={styles.comparison} aria-labelledby="history">
      <div>
        <h2 id="history">History</h2>
        <p className={styles.dim}>What runs leave in this workspace for later ones to look at.</p>
      </div>
      <Answered query={answer}>
        {(histories) => histories.map((history) => <Kept key={history.table} history={history} />)}
      </Answered>
    </section>
  );
}

function Kept({ history }: { readonly history: HistoryInfo }) {
  const { recipe } = useWorkspace();
  const { table, output, by, snapshots } = history;
  const description = recipe.history.find((each) => each.table === table)?.description;
  return (
    <section className={styles.causes} aria-labelledby={`history-${table}`}>
      <h3 id={`history-${table}`}>{table}</h3>
      <p className={styles.dim}>
        {description ? `${description} ` : ''}It keeps the rows of {output}:{' '}
        {by === 'as_of'
          ? 'one run a day, the later in the place of the earlier.'
          : 'those of every run, side by side.'}{' '}
        {snapshots.length === 0
          ? 'Nothing is kept yet.'
          : `${formatMany(snapshots.length, by === 'as_of' ? 'day' : 'run')} so far.`}
      </p>
      {snapshots.length > 0 ? <SnapshotTable table={table} snapshots={snapshots} /> : null}
    </section>
  );
}
