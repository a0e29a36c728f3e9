import { Button, TextInput } from '@mantine/core';
import { ArrowRight, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { RejectedRecord } from '../../../electron/contract/quarantine.ts';
import { useAct } from '../../api/use-act.ts';
import { correctedSentence } from './corrected-sentence.ts';
import styles from './quarantine.module.css';

/** Faults that only another set of cells can mend. */
const WHOLE = ['too_few_fields', 'too_many_fields', 'unreadable'];

/** The cells of a record under their headers, as the file has them; they can be written anew where their number is wrong. */
export function RecordCells({ record }: { readonly record: RejectedRecord }) {
  const { cells, correctedCells, header, faults, state } = record;
  const isWhole = state === 'open' && faults.some(({ code }) => WHOLE.includes(code));
  const [editing, setEditing] = useState(false);
  if (editing) return <CellsForm record={record} onClose={() => setEditing(false)} />;
  if (isWhole && isUnsplit(record)) {
    return (
      <section className={styles.part} aria-label="Cells">
        <h3 className={styles.partTitle}>The record, as the file has it</h3>
        <Text text={cells[0]} />
        <Button onClick={() => setEditing(true)}>Write the cells anew…</Button>
      </section>
    );
  }
  const length = Math.max(header.length, cells.length);
  const faulty = new Set(faults.map(({ cell }) => cell));
  return (
    <section className={styles.part} aria-label="Cells">
      <h3 className={styles.partTitle}>Cells, as the file has them</h3>
      <dl className={styles.cells}>
        {Array.from({ length }, (_, place) => {
          const corrected = correctedCells?.[place];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells have only their places.
            <div key={place} data-faulty={faulty.has(place) || undefined}>
              <dt>{header[place] ?? `Field ${place + 1}, without a header`}</dt>
              <dd>
                {faulty.has(place) ? <TriangleAlert size={12} role="img" aria-label="Faulty:" /> : null}
                <Text text={cells[place]} />
                {corrected !== undefined && corrected !== cells[place] ? (
                  <>
                    <ArrowRight size={12} role="img" aria-label="corrected to" />
                    <strong>
                      <Text text={corrected} />
                    </strong>
                  </>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
      {isWhole ? <Button onClick={() => setEditing(true)}>Write the cells anew…</Button> : null}
    </section>
  );
}

/** Whether the record could not be split into cells, so that its only one is all of it. */
function isUnsplit({ cells, correctedCells, header, faults }: RejectedRecord): boolean {
  const isUnreadable = faults.some(({ code }) => code === 'unreadable');
  return isUnreadable && correctedCells === null && cells.length === 1 && header.length > 1;
}

function Text({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return <em className={styles.dim}>not there</em>;
  return text === '' ? <em className={styles.dim}>empty</em> : <span className={styles.text}>{text}</span>;
}

function CellsForm({ record, onClose }: { readonly record: RejectedRecord; onClose(): void }) {
  const { header } = record;
  const now = isUnsplit(record) ? [] : (record.correctedCells ?? record.cells);
  const [cells, setCells] = useState<readonly string[]>(header.map((_, place) => now[place] ?? ''));
  const left = now.slice(header.length);
  const write = useAct(
    (api, workspace) => api.quarantine.correctRecord({ workspace, record: record.record, cells: [...cells] }),
    { done: correctedSentence, after: onClose },
  );
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate();
      }}
    >
      <h3 className={styles.partTitle}>Write the cells anew</h3>
      {left.length > 0 ? (
        <p className={styles.dim}>Without a header, and left out: {left.join(', ') || 'empty fields'}</p>
      ) : null}
      {header.map((name, place) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat; their places do not change.
          key={place}
          label={name || `Field ${place + 1}`}
          value={cells[place] ?? ''}
          onChange={(event) => setCells(cells.with(place, event.currentTarget.value))}
        />
      ))}
      <div className={styles.deeds}>
        <Button type="submit" loading={write.isPending}>
          Correct the record
        </Button>
        <Button onClick={onClose}>Leave it</Button>
      </div>
    </form>
  );
}
