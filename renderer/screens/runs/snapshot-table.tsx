import { Button } from '@mantine/core';
import { CircleMinus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { HistorySnapshot } from '../../../electron/contract/runs.ts';
import { useAct } from '../../api/use-act.ts';
import { Confirm } from '../../components/confirm.tsx';
import { formatCount, formatMany } from '../../format/numbers.ts';
import { formatDay, today } from '../../format/times.ts';
import { useStepLink } from '../../router/use-route.ts';
import styles from './runs.module.css';

interface SnapshotTableProps {
  readonly table: string;
  /** By day and run. */
  readonly snapshots: readonly HistorySnapshot[];
}

/** The rows that runs left in a history, the latest first; each can be taken out and put back. */
export function SnapshotTable({ table, snapshots }: SnapshotTableProps) {
  const [asked, setAsked] = useState<HistorySnapshot | null>(null);
  const act = useAct(
    (api, workspace, { run, out }: Pick<HistorySnapshot, 'run' | 'out'>) =>
      api.runs.switchSnapshot({ workspace, table, run, out }),
    {
      done: (_, { run, out }) =>
        out
          ? `Run ${run} is taken out of ${table}. It can be put back.`
          : `Run ${run} is put back into ${table}.`,
      after: () => setAsked(null),
    },
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.snapshots} aria-label={`Kept in ${table}`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">As of</th>
            <th scope="col">Run</th>
            <th scope="col" className={styles.number}>
              Rows
            </th>
            <th scope="col">Seen by later runs</th>
          </tr>
        </thead>
        <tbody>
          {snapshots.toReversed().map((snapshot) => (
            <SnapshotRow
              key={snapshot.run}
              snapshot={snapshot}
              busy={act.isPending}
              onTakeOut={() => setAsked(snapshot)}
              onPutBack={() => act.mutate({ run: snapshot.run, out: false })}
            />
          ))}
        </tbody>
      </table>
      <Confirm
        opened={asked !== null}
        title={`Take run ${asked?.run ?? ''} out of ${table}?`}
        deed="Take it out"
        busy={act.isPending}
        onDo={() => asked && act.mutate({ run: asked.run, out: true })}
        onClose={() => setAsked(null)}
      >
        Later runs then do not see the {formatMany(asked?.rows ?? 0, 'row')} that run {asked?.run} left as of{' '}
        {formatDay(asked?.asOf ?? '')}, so they may come to other results. The run itself stays, and the rows
        can be put back at any time.
      </Confirm>
    </section>
  );
}

interface SnapshotRowProps {
  readonly snapshot: HistorySnapshot;
  readonly busy: boolean;
  onTakeOut(): void;
  onPutBack(): void;
}

function SnapshotRow({ snapshot: { run, asOf, rows, out }, busy, onTakeOut, onPutBack }: SnapshotRowProps) {
  const link = useStepLink();
  return (
    <tr>
      <th scope="row" className={styles.short}>
        {formatDay(asOf)}
        {asOf > today() ? <span className={styles.about}>still to come</span> : null}
      </th>
      <td className={styles.short}>
        <a href={link('runs', { run: String(run) })} className={styles.link}>
          Run {run}
        </a>
      </td>
      <td className={styles.number}>{formatCount(rows)}</td>
      <td className={styles.short}>
        <span className={styles.seen}>
          {out ? (
            <>
              <span className={styles.out}>
                <CircleMinus size={14} aria-hidden="true" /> No, taken out
              </span>
              <Button
                size="compact-xs"
                leftSection={<Undo2 size={12} aria-hidden="true" />}
                disabled={busy}
                onClick={onPutBack}
                aria-label={`Put back run ${run}`}
              >
                Put back
              </Button>
            </>
          ) : (
            <>
              <span>Yes</span>
              <Button
                size="compact-xs"
                disabled={busy}
                onClick={onTakeOut}
                aria-label={`Take out… run ${run}`}
              >
                Take out…
              </Button>
            </>
          )}
        </span>
      </td>
    </tr>
  );
}
