import { TriangleAlert } from 'lucide-react';
import { useWorkspace } from '../api/workspace.tsx';
import styles from './frame.module.css';

/** Over every screen while the last run is to be taken with care: why. */
export function CautionNotice() {
  const { run } = useWorkspace();
  if (run.kind === 'none' || run.cautions.length === 0) return null;
  return (
    <div role="note" aria-label={`Caution: run ${run.run}`} className={styles.notice}>
      <TriangleAlert size={16} aria-hidden />
      <span className={styles.noticeText}>
        <strong>Take run {run.run} with care:</strong> {run.cautions.join(' ')}
      </span>
    </div>
  );
}
