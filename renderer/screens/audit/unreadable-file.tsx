import { ActionIcon } from '@mantine/core';
import { TriangleAlert, X } from 'lucide-react';
import type { AuditCandidate } from '../../../electron/contract/audits.ts';
import styles from './setup.module.css';

interface UnreadableFileProps {
  readonly file: AuditCandidate;
  readonly onRemove: () => void;
}

/** A file that cannot be read: why, and what to do. */
export function UnreadableFile({ file: { name, problem }, onRemove }: UnreadableFileProps) {
  return (
    <li className={styles.file} aria-label={name}>
      <div className={styles.fileHead}>
        <TriangleAlert size={16} aria-hidden className={styles.warn} />
        <div className={styles.fileWords}>
          <p className={styles.fileName}>{name}</p>
          <p>{problem?.message}</p>
          <p className={styles.dim}>{problem?.nextStep}</p>
        </div>
        <ActionIcon aria-label={`Remove ${name}`} title="Remove" onClick={onRemove}>
          <X size={14} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}
