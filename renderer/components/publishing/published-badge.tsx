import { BookCheck } from 'lucide-react';
import type { RunSummary } from '../../../electron/contract/runs.ts';
import { formatInstant } from '../../format/times.ts';
import styles from './publishing.module.css';

interface PublishedBadgeProps {
  readonly run: Pick<RunSummary, 'publishedAt'>;
  /** Whether it stands under a heading that says what it is. */
  readonly headed?: boolean;
}

/** Says that a run is published, and since when; nothing of one that is not. */
export function PublishedBadge({ run, headed = false }: PublishedBadgeProps) {
  if (run.publishedAt === null) return null;
  return (
    <span className={styles.badge}>
      <BookCheck size={12} aria-hidden="true" /> {headed ? '' : 'Published '}
      {formatInstant(run.publishedAt)}
    </span>
  );
}
