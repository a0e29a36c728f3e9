import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { WaitingFile } from '../../../electron/contract/files.ts';
import { useAct } from '../../api/use-act.ts';
import { formatBytes } from '../../format/numbers.ts';
import type { FileToRead } from './columns-dialog.tsx';
import styles from './files.module.css';

const DEEDS = {
  source: 'Which source is it?',
  columns: 'Match the columns…',
  file: 'Read it in another way…',
} as const;

/** The files that are not loaded yet: what is wrong with each, and what to do. */
export function WaitingList(props: {
  readonly waiting: readonly WaitingFile[];
  onRead(file: FileToRead): void;
}) {
  const { waiting, onRead } = props;
  const dismiss = useAct((api, workspace, file: string) => api.files.dismiss({ workspace, file }));
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting" className={styles.section}>
      <h2 id="waiting" className={styles.heading}>
        Waiting for you
      </h2>
      {waiting.map(({ file, name, bytes, source, problem, nextStep, needs }) => (
        <article key={file} className={styles.waiting} aria-label={name}>
          <TriangleAlert size={16} aria-hidden className={styles.warn} />
          <div className={styles.words}>
            <p>
              <strong>{name}</strong> <span className={styles.dim}>{formatBytes(bytes)}</span>
            </p>
            <p>{problem}</p>
            <p className={styles.dim}>{nextStep}</p>
          </div>
          <div className={styles.deeds}>
            <Button onClick={() => onRead({ file: { waiting: file }, name, source, reading: {} })}>
              {DEEDS[needs]}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              onClick={() => dismiss.mutate(file)}
              aria-label={`Dismiss ${name}`}
            >
              Dismiss
            </Button>
          </div>
        </article>
      ))}
    </section>
  );
}
