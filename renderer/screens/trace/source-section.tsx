import type { NamedValue, SourceTrace } from '../../../electron/contract/trace.ts';
import { formatCount, formatMany } from '../../format/numbers.ts';
import { RecordsTable } from './records-table.tsx';
import { RejectedRecords } from './rejected-records.tsx';
import styles from './trace.module.css';

interface SourceSectionProps {
  readonly source: SourceTrace;
  readonly entity: readonly NamedValue[];
}

/** What one source has of the entity: the lines that were accepted, what became of each, and those that were rejected. */
export function SourceSection({
  source: { source, accepted, records, rejected },
  entity,
}: SourceSectionProps) {
  const id = `story-source-${source}`;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>
        {source}
        <span className={styles.count}>{countOf(accepted, rejected.length)}</span>
      </h2>
      {records.length > 0 ? (
        <RecordsTable source={source} records={records} keyNames={entity.map(({ name }) => name)} />
      ) : null}
      {accepted > records.length ? (
        <p className={styles.dim}>
          And {formatCount(accepted - records.length)} more; these are the first {formatCount(records.length)}
          .
        </p>
      ) : null}
      {rejected.length > 0 ? <RejectedRecords source={source} rejected={rejected} entity={entity} /> : null}
    </section>
  );
}

function countOf(accepted: number, rejected: number): string {
  if (accepted + rejected === 0) return 'nothing';
  const lines = accepted === 0 ? 'no line accepted' : formatMany(accepted, 'line');
  return rejected === 0 ? lines : `${lines}, ${formatCount(rejected)} rejected`;
}
