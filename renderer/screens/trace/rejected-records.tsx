import { TriangleAlert } from 'lucide-react';
import type { NamedValue, RejectedTrace } from '../../../electron/contract/trace.ts';
import { useStepLink } from '../../router/use-route.ts';
import { codeWords } from './story-words.ts';
import styles from './trace.module.css';
import { type QuarantinedRecord, useQuarantined } from './use-quarantined.ts';
import { Values } from './values.tsx';

interface RejectedRecordsProps {
  readonly source: string;
  readonly rejected: readonly RejectedTrace[];
  readonly entity: readonly NamedValue[];
}

/** The rejected lines of a source that bear the entity's key, with the reasons and the way to the quarantine. */
export function RejectedRecords({ source, rejected, entity }: RejectedRecordsProps) {
  const link = useStepLink();
  const quarantined = useQuarantined(source, sharedText(rejected, entity));
  return (
    <ul className={styles.rejectedList} aria-label={`Rejected lines of ${source}`}>
      {rejected.map((each) => {
        const record = quarantined(each.file, each.line);
        return (
          <li key={`${each.file}:${each.line}`} className={styles.rejected}>
            <p className={styles.rejectedHead}>
              <TriangleAlert size={14} aria-hidden />
              <strong>
                Rejected: {each.file}, line {each.line}.
              </strong>
              <span>{reasonsOf(each, record)}</span>
              <a href={link('quarantine', { source, ...(record && { record: record.record }) })}>
                Open in the quarantine
              </a>
            </p>
            <Values values={each.cells} faulty={faultyColumns(each)} />
          </li>
        );
      })}
    </ul>
  );
}

/** The part of the key that stands in most of the records: a source need not have all of it. */
function sharedText(rejected: readonly RejectedTrace[], entity: readonly NamedValue[]): string {
  const records = ({ value }: NamedValue) =>
    rejected.filter(({ cells }) => cells.some((cell) => cell.value === value)).length;
  return entity.toSorted((a, b) => records(b) - records(a))[0]?.value ?? '';
}

function faultyColumns({ codes }: RejectedTrace): readonly string[] {
  return codes.flatMap((code) => (code.includes(':') ? [code.slice(0, code.lastIndexOf(':'))] : []));
}

function reasonsOf({ codes }: RejectedTrace, record: QuarantinedRecord | undefined): string {
  return record?.reasons ?? codes.map(codeWords).join(', ');
}
