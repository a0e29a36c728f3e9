import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import type { AuditCandidate, AuditRole } from '../../../electron/contract/audits.ts';
import { Grip } from '../../components/order/grip.tsx';
import { MoveButtons } from '../../components/order/move-buttons.tsx';
import type { OrderedRow } from '../../components/order/use-order.tsx';
import { formatBytes, formatMany } from '../../format/numbers.ts';
import { FirstRecords } from './first-records.tsx';
import { ROLE_NAMES } from './role-names.ts';
import styles from './setup.module.css';

interface FileRowProps {
  readonly file: AuditCandidate;
  /** Its place among the extracts; null: it is none. */
  readonly order: OrderedRow | null;
  /** Whether another stage has its name. */
  readonly taken: boolean;
  readonly onChange: (patch: Partial<Pick<AuditCandidate, 'role' | 'stage'>>) => void;
  readonly onRemove: () => void;
}

/** A file of the audit: its role, of an extract its stage and place, and on demand its first records. */
export function FileRow({ file, order, taken, onChange, onRemove }: FileRowProps) {
  const { name, bytes, columns, role, stage } = file;
  return (
    <li className={styles.file} aria-label={name} {...order?.row}>
      <div className={styles.fileHead}>
        {order ? <Grip row={order} numbered /> : null}
        <div className={styles.fileWords}>
          <p className={styles.fileName}>{name}</p>
          <p className={styles.hint}>
            {formatBytes(bytes)}, {formatMany(columns.length, 'column')}
          </p>
        </div>
        {order ? (
          <TextInput
            className={styles.stage ?? ''}
            aria-label={`Stage of ${name}`}
            placeholder="Name of the stage"
            maxLength={120}
            value={stage}
            error={stage.trim() === '' ? 'Name the stage.' : taken ? 'Another stage has this name.' : null}
            onChange={({ currentTarget: { value } }) => onChange({ stage: value })}
          />
        ) : null}
        <NativeSelect
          className={styles.role ?? ''}
          size="xs"
          aria-label={`Role of ${name}`}
          data={Object.entries(ROLE_NAMES).map(([value, label]) => ({ value, label }))}
          value={role}
          onChange={({ currentTarget: { value } }) => onChange({ role: value as AuditRole })}
        />
        <div className={styles.deeds}>
          {order ? <MoveButtons {...order} /> : null}
          <ActionIcon aria-label={`Remove ${name}`} title="Remove" onClick={onRemove}>
            <X size={14} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      <FirstRecords file={file} />
    </li>
  );
}
