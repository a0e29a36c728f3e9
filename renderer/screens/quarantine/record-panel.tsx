import { ActionIcon, Button } from '@mantine/core';
import { Archive, ArchiveRestore, X } from 'lucide-react';
import { useState } from 'react';
import type { RejectedRecord } from '../../../electron/contract/quarantine.ts';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { formatMany } from '../../format/numbers.ts';
import { CorrectionLine } from './correction-line.tsx';
import { FaultCard } from './fault-card.tsx';
import styles from './quarantine.module.css';
import { RecordCells } from './record-cells.tsx';
import { SetAsideDialog } from './set-aside-dialog.tsx';

/** All of a rejected record: why it is here, what to do, its cells, and what was done. */
export function RecordPanel({ record, onClose }: { readonly record: string; onClose(): void }) {
  const query = useAnswer({
    key: ['quarantine.record', record],
    topics: ['quarantine', 'files'],
    ask: (api, workspace) => api.quarantine.record({ workspace, record }),
  });
  return (
    <aside className={styles.panel} aria-label="Record">
      <ActionIcon className={styles.close ?? ''} aria-label="Close the record" onClick={onClose}>
        <X size={16} aria-hidden />
      </ActionIcon>
      <Answered query={query}>{(answer) => <Shown record={answer} />}</Answered>
    </aside>
  );
}

const STATES = {
  open: 'In quarantine',
  'set aside': 'Set aside',
  corrected: 'Corrected, and accepted',
} as const;

function Shown({ record }: { readonly record: RejectedRecord }) {
  const [settingAside, setSettingAside] = useState(false);
  const { file, line, state, note, faults, corrections } = record;
  const aside = corrections.findLast(({ kind, active }) => kind === 'set aside' && active);
  const restore = useAct(
    (api, workspace, act: number) => api.quarantine.switch({ workspace, act, active: false }),
    { done: ({ changed }) => `${formatMany(changed, 'record')} ${changed === 1 ? 'is' : 'are'} restored.` },
  );
  return (
    <>
      <header>
        <h2 className={styles.panelTitle}>
          {file}, line {line}
        </h2>
        <p className={styles.dim}>
          {STATES[state]}
          {note ? `: ${note}` : ''}
        </p>
      </header>
      {faults.map((fault) => (
        <FaultCard key={`${fault.column} ${fault.code}`} record={record} fault={fault} />
      ))}
      <RecordCells key={(record.correctedCells ?? record.cells).join('\u0000')} record={record} />
      {corrections.length > 0 ? (
        <section className={styles.part} aria-label="Corrections of this record">
          <h3 className={styles.partTitle}>What was done</h3>
          {corrections.map((correction) => (
            <CorrectionLine key={correction.correction} correction={correction} />
          ))}
        </section>
      ) : null}
      {state === 'open' ? (
        <div>
          <Button leftSection={<Archive size={14} aria-hidden />} onClick={() => setSettingAside(true)}>
            Set aside…
          </Button>
        </div>
      ) : null}
      {aside ? (
        <div>
          <Button
            leftSection={<ArchiveRestore size={14} aria-hidden />}
            loading={restore.isPending}
            onClick={() => restore.mutate(aside.act)}
          >
            Restore
          </Button>
        </div>
      ) : null}
      <SetAsideDialog
        opened={settingAside}
        records={[record.record]}
        count={1}
        onClose={() => setSettingAside(false)}
      />
    </>
  );
}
