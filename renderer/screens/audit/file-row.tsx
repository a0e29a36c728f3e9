import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { ChevronDown, ChevronUp, GripVertical, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import type { AuditCandidate, AuditRole } from '../../../electron/contract/audits.ts';
import { formatBytes, formatMany } from '../../format/numbers.ts';
import { FirstRecords } from './first-records.tsx';
import styles from './setup.module.css';

// The page takes the contract's types only, so the names stand here; the type holds them to it.
const ROLES: Readonly<Record<AuditRole, string>> = {
  stage: 'Stage',
  trace: 'Trace',
  'other trace': 'Other trace',
  reference: 'Reference',
};

interface FileRowProps {
  readonly file: AuditCandidate;
  /** Its place among the extracts, counted from 0; null: it is none. */
  readonly place: number | null;
  /** How many extracts there are. */
  readonly count: number;
  /** The extract that is being dragged. */
  readonly dragged: RefObject<string | null>;
  /** Whether another stage has its name. */
  readonly taken: boolean;
  readonly onChange: (patch: Partial<Pick<AuditCandidate, 'role' | 'stage'>>) => void;
  readonly onMove: (file: string, to: number) => void;
  readonly onRemove: () => void;
}

/** A file of the audit: its role, of an extract its stage and place, and on demand its first records. */
export function FileRow(props: FileRowProps) {
  const { file: about, place, dragged, taken, onChange, onMove, onRemove } = props;
  const { file, name, bytes, columns, role, stage } = about;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (place === null || !event.altKey || by === 0) return;
    event.preventDefault();
    onMove(file, place + by);
  };
  return (
    <li
      className={styles.file}
      aria-label={name}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (place === null || dragged.current === null) return;
        event.preventDefault();
        if (dragged.current !== file) onMove(dragged.current, place);
      }}
    >
      <div className={styles.fileHead}>
        {place === null ? null : (
          <span
            className={styles.grip}
            draggable
            aria-hidden
            onDragStart={(event) => {
              dragged.current = file;
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', name);
            }}
            onDragEnd={() => {
              dragged.current = null;
            }}
          >
            <GripVertical size={14} />
            {place + 1}
          </span>
        )}
        <div className={styles.fileWords}>
          <p className={styles.fileName}>{name}</p>
          <p className={styles.hint}>
            {formatBytes(bytes)}, {formatMany(columns.length, 'column')}
          </p>
        </div>
        {place === null ? null : (
          <TextInput
            className={styles.stage ?? ''}
            aria-label={`Stage of ${name}`}
            placeholder="Name of the stage"
            maxLength={120}
            value={stage}
            error={stage.trim() === '' ? 'Name the stage.' : taken ? 'Another stage has this name.' : null}
            onChange={({ currentTarget: { value } }) => onChange({ stage: value })}
          />
        )}
        <NativeSelect
          className={styles.role ?? ''}
          size="xs"
          aria-label={`Role of ${name}`}
          data={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
          value={role}
          onChange={({ currentTarget: { value } }) => onChange({ role: value as AuditRole })}
        />
        <div className={styles.deeds}>
          {place === null ? null : <MoveButtons {...props} place={place} />}
          <ActionIcon aria-label={`Remove ${name}`} title="Remove" onClick={onRemove}>
            <X size={14} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      <FirstRecords file={about} />
    </li>
  );
}

function MoveButtons({
  file: { file, name },
  place,
  count,
  onMove,
}: FileRowProps & { readonly place: number }) {
  const ways = [
    ['up', ChevronUp, -1, place === 0],
    ['down', ChevronDown, 1, place === count - 1],
  ] as const;
  return ways.map(([way, Icon, by, isEnd]) => (
    <ActionIcon
      key={way}
      aria-label={`Move ${name} ${way}`}
      // Not `disabled`: it keeps the focus where it can do nothing just now.
      {...(isEnd ? { 'aria-disabled': true, 'data-dimmed': true } : {})}
      onClick={() => onMove(file, place + by)}
    >
      <Icon size={14} aria-hidden />
    </ActionIcon>
  ));
}
