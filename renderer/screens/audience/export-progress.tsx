import { Button, Progress } from '@mantine/core';
import { X } from 'lucide-react';
import { useAct } from '../../api/use-act.ts';
import { useJobs } from '../../api/workspace-events.tsx';
import { formatCount } from '../../format/numbers.ts';
import styles from './export.module.css';
import { useFocusWhen } from './use-focus-when.ts';

/** How far the writing is, and a way to stop it. */
export function ExportProgress() {
  const stop = useFocusWhen(true);
  const job = useJobs().findLast(({ kind }) => kind === 'export');
  const cancel = useAct((api, workspace, id: string) => api.events.cancel({ workspace, job: id }));
  const stopping = job?.state === 'cancelling' || cancel.isPending;
  const { done, of } = job?.progress?.kind === 'step' ? job.progress : {};
  const known = done !== undefined && of !== undefined && of > 0;
  return (
    <>
      <Progress
        className={styles.progress}
        aria-label="Writing the file"
        value={known ? (done / of) * 100 : 100}
        animated={!known}
        striped={!known}
      />
      <span className={styles.where} role="status">
        {stopping ? 'Stopping…' : wordsOf(job?.state, done, of)}
      </span>
      <Button
        ref={stop}
        leftSection={<X size={14} aria-hidden />}
        aria-disabled={!job || stopping}
        onClick={() => job && !stopping && cancel.mutate(job.job)}
      >
        Cancel
      </Button>
    </>
  );
}

function wordsOf(state: string | undefined, done: number | undefined, of: number | undefined): string {
  if (state === 'waiting') return 'Waits for its turn';
  if (done === undefined || of === undefined) return 'Writing…';
  return `${formatCount(done)} of ${formatCount(of)} rows`;
}
