import type { MergedFigures } from '../../../electron/contract/reconciliation.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import shared from '../../components/reconciliation/reconciliation.module.css';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { formatMany } from '../../format/numbers.ts';
import { BreakableName } from './breakable-name.tsx';
import styles from './funnel.module.css';

interface MergedSectionProps {
  readonly merged: readonly MergedFigures[];
  readonly run: number;
  readonly onOpen: OpenRecords;
}

/** Full joins of tables: that each of their rows stands in one row, and how many stand there alone. */
export function MergedSection({ merged, run, onOpen }: MergedSectionProps) {
  return (
    <section className={shared.section} aria-labelledby="funnel-merged">
      <h2 id="funnel-merged">Full joins</h2>
      {merged.map((join) => (
        <FullJoin key={join.table} join={join} run={run} onOpen={onOpen} />
      ))}
    </section>
  );
}

function FullJoin({
  join: { table, out, of },
  run,
  onOpen,
}: {
  readonly join: MergedFigures;
  readonly run: number;
  readonly onOpen: OpenRecords;
}) {
  const { recipe } = useWorkspace();
  const lost = of.reduce((sum, part) => sum + part.lost, 0);
  return (
    <div>
      <div className={styles.joinHead}>
        <span title={recipe.merged.find((each) => each.table === table)?.description}>
          <b>
            <BreakableName name={table} />
          </b>
          <span className={styles.dim}>
            {lost === 0
              ? `, in which each row of ${of.length === 2 ? 'both' : 'all'} stands once`
              : `, in which ${formatMany(lost, 'row')} of them stand nowhere`}
          </span>
        </span>
        <FigureButton
          strong
          value={out}
          label={`${table}: rows`}
          onOpen={() => onOpen(table, { kind: 'table', run, table })}
        />
      </div>
      <div className={styles.smallHead} aria-hidden="true">
        <span>Joined</span>
        <span>Rows</span>
        <span>Kept</span>
        <span>Alone</span>
      </div>
      <ul aria-label={`Joined in ${table}`}>
        {of.map((part) => (
          <li key={part.table} className={styles.smallRow}>
            <span className={shared.plainName}>
              <BreakableName name={part.table} />
              <span className={shared.about}>by {part.on.join(', ')}</span>
            </span>
            <FigureButton
              value={part.in}
              label={`${table}: rows of ${part.table}`}
              onOpen={() => onOpen(part.table, { kind: 'table', run, table: part.table })}
            />
            <FigureButton value={part.kept} label={`${table}: kept of ${part.table}`} />
            <FigureButton
              strong
              value={part.alone}
              label={`${table}: ${part.table} alone`}
              onOpen={() =>
                onOpen(`${table}: ${part.table} alone`, { kind: 'alone', run, table, of: part.table })
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
