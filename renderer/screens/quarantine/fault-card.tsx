import { Button, TextInput } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { FaultInfo, RejectedRecord } from '../../../electron/contract/quarantine.ts';
import { useAct } from '../../api/use-act.ts';
import { formatCount } from '../../format/numbers.ts';
import { correctedSentence } from './corrected-sentence.ts';
import styles from './quarantine.module.css';

/** A fault in plain words, and where it is a cell's, the box that corrects it, or boxes for the cells beside it. */
export function FaultCard({ record, fault }: { readonly record: RejectedRecord; readonly fault: FaultInfo }) {
  const { header, cell: faulty, title, sentence, whatToDo, holder, mends } = fault;
  const cells = record.correctedCells ?? record.cells;
  return (
    <section className={styles.fault} aria-label={title}>
      <h3 className={styles.faultTitle}>
        <TriangleAlert size={14} aria-hidden className={styles.bad} />
        {header === null ? title : `${header}: ${title}`}
      </h3>
      <p>{sentence}</p>
      <p className={styles.dim}>{whatToDo}</p>
      {holder ? (
        <p>
          The key stands already in <strong>{holder.file}</strong>, line {holder.line}.
        </p>
      ) : null}
      {record.state === 'open'
        ? mends.map(({ column: mended, header: mendedHeader, cell }) => (
            <CellForm
              key={`${mended} ${cells[cell]}`}
              record={record.record}
              column={mended}
              header={mendedHeader}
              text={cells[cell] ?? ''}
              isFaulty={cell === faulty}
              alike={cell === faulty ? fault.alike : 1}
            />
          ))
        : null}
    </section>
  );
}

function CellForm(props: {
  readonly record: string;
  readonly column: string;
  readonly header: string;
  readonly text: string;
  readonly isFaulty: boolean;
  readonly alike: number;
}) {
  const { record, column, header, isFaulty, alike } = props;
  const [text, setText] = useState(props.text);
  const correct = useAct(
    (api, workspace, all: boolean) => api.quarantine.correct({ workspace, record, column, text, all }),
    { done: correctedSentence },
  );
  const isSame = text === props.text;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSame) correct.mutate(false);
      }}
    >
      <TextInput
        {...(isFaulty ? {} : { label: header })}
        aria-label={`New text for ${header}`}
        value={text}
        placeholder="empty"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.deeds}>
        <Button type="submit" disabled={isSame} loading={correct.isPending}>
          Correct
        </Button>
        {alike > 1 ? (
          <Button disabled={isSame} loading={correct.isPending} onClick={() => correct.mutate(true)}>
            Apply to all {formatCount(alike)}
          </Button>
        ) : null}
      </div>
      {alike > 1 ? (
        <p className={styles.dim}>
          {formatCount(alike)} open records have this fault with{' '}
          {props.text === '' ? 'nothing in the cell' : 'the same text'}.
        </p>
      ) : null}
    </form>
  );
}
