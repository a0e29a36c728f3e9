import { Button } from '@mantine/core';
import { CheckCheck, CircleDashed, History, ShieldX } from 'lucide-react';
import { useWorkspace } from '../api/workspace.tsx';
import { PublishedBadge } from '../components/publishing/published-badge.tsx';
import { useRunDetail } from '../components/reconciliation/use-run-detail.ts';
import { formatCount } from '../format/numbers.ts';
import { formatDay } from '../format/times.ts';
import styles from './frame.module.css';
import { useRun } from './use-run.tsx';

/** In the header: what the last run came to. */
export function RunSummaryLine() {
  const { run, recipe } = useWorkspace();
  const { blockers } = useRun();
  const detail = useRunDetail(run.kind === 'none' ? 0 : run.run, recipe.publishes);
  if (run.kind === 'none') {
    return (
      <p className={styles.summary}>
        <CircleDashed size={14} aria-hidden />
        {blockers[0] ?? 'Not run yet. Everything is there for the first run.'}
      </p>
    );
  }
  return (
    <p className={styles.summary} title={recipe.title}>
      {run.balanced ? (
        <CheckCheck size={14} aria-hidden className={styles.good} />
      ) : (
        <ShieldX size={14} aria-hidden className={styles.bad} />
      )}
      <span>
        <strong>{formatCount(run.delivered)}</strong> of {formatCount(run.entered)} delivered, run {run.run}{' '}
        as of {formatDay(run.asOf)}, {run.balanced ? 'balanced' : 'not balanced'}
      </span>
      {detail.data?.run === run.run ? <PublishedBadge run={detail.data} /> : null}
    </p>
  );
}

/** Below the header while the figures do not stand for the files and corrections as they are now. */
export function OutdatedNotice() {
  const { run } = useWorkspace();
  const { run: start, running, blockers } = useRun();
  if (run.kind !== 'outdated') return null;
  return (
    <div role="status" className={styles.notice}>
      <History size={16} aria-hidden />
      <span className={styles.noticeText}>
        <strong>These figures are out of date:</strong> {run.differences.join(' ')}
      </span>
      <Button size="compact-xs" onClick={start} loading={running} disabled={blockers.length > 0}>
        Run again
      </Button>
    </div>
  );
}
