import type { AuditCandidate } from '../../../electron/contract/audits.ts';
import { type OrderedRow, useOrder } from '../../components/order/use-order.tsx';
import { type Draft, filesOf, withChange, withMoved, without } from './draft.ts';
import { FileRow } from './file-row.tsx';
import styles from './setup.module.css';
import { doubled } from './setup-problems.ts';
import { UnreadableFile } from './unreadable-file.tsx';

interface FileListProps {
  readonly draft: Draft;
  readonly onChange: (change: (draft: Draft) => Draft) => void;
}

/** The extracts in the order of the pipeline, then the other files; an extract is moved by dragging, by buttons or by Alt with an arrow. */
export function FileList({ draft, onChange }: FileListProps) {
  const stages = filesOf(draft, 'stage');
  const { rowOf, told } = useOrder(stages.length, (file, to) =>
    onChange((before) => withMoved(before, file, to)),
  );
  const others = [
    ...filesOf(draft, 'trace'),
    ...filesOf(draft, 'other trace'),
    ...filesOf(draft, 'reference'),
  ];
  const broken = draft.files.filter(({ problem }) => problem !== null);
  const taken = doubled(stages.map(({ stage }) => ({ name: stage.trim() })));
  const row = (file: AuditCandidate, order: OrderedRow | null) => (
    <FileRow
      key={file.file}
      file={file}
      order={order}
      taken={taken.includes(file.stage.trim())}
      onChange={(patch) => onChange((before) => withChange(before, file.file, patch))}
      onRemove={() => onChange((before) => without(before, file.file))}
    />
  );
  return (
    <>
      <section className={styles.section} aria-labelledby="audit-extracts">
        <h2 id="audit-extracts">Extracts, in the order of the pipeline</h2>
        {stages.length === 0 ? (
          <p className={styles.dim}>None yet. Add files, or give one of those below the role Stage.</p>
        ) : (
          <ol className={styles.files}>
            {stages.map((each, place) => row(each, rowOf({ id: each.file, name: each.name, place })))}
          </ol>
        )}
        {stages.length > 1 ? (
          <p className={styles.hint}>
            The last is the final output. Drag them into order, or press <kbd>Alt</kbd> <kbd>↑</kbd> and{' '}
            <kbd>↓</kbd>.
          </p>
        ) : null}
      </section>
      {others.length > 0 ? (
        <section className={styles.section} aria-labelledby="audit-others">
          <h2 id="audit-others">Traces and references</h2>
          <ul className={styles.files}>{others.map((file) => row(file, null))}</ul>
        </section>
      ) : null}
      {broken.length > 0 ? (
        <section className={styles.section} aria-labelledby="audit-broken">
          <h2 id="audit-broken">Left out of the audit</h2>
          <ul className={styles.files}>
            {broken.map((file) => (
              <UnreadableFile
                key={file.file}
                file={file}
                onRemove={() => onChange((before) => without(before, file.file))}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {told}
    </>
  );
}
