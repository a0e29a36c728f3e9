import { Button, Progress } from '@mantine/core';
import { X } from 'lucide-react';
import type { Job } from '../../electron/contract/events.ts';
import { useAct } from '../api/use-act.ts';
import { useJobs } from '../api/workspace-events.tsx';
import type { Step } from '../router/route.ts';
import styles from './job-bar.module.css';
import { type Uploads, useUploads } from './uploads.ts';
import { useDelayed } from './use-delayed.ts';
import { useJobProgress } from './use-job-progress.ts';

/** The work that goes on, below everything: how far it is, and a way to stop it. */
export function JobBar({ step }: { readonly step: Step }) {
  const all = useJobs().filter((job) => step !== 'files' || !isOnCard(job));
  // What takes no time is not worth a line.
  const jobs = useDelayed(all, 300);
  const uploads = useUploads();
  if (jobs.length === 0 && uploads.size === 0) return null;
  return (
    <section aria-label="Work that goes on" className={styles.bar}>
      <UploadLines uploads={uploads} />
      {jobs.map((job) => (
        <JobLine key={job.job} job={job} />
      ))}
    </section>
  );
}

/** The same where there is no workspace yet: files that are being handed over. */
export function UploadBar() {
  const uploads = useUploads();
  if (uploads.size === 0) return null;
  return (
    <section aria-label="Work that goes on" className={styles.bar}>
      <UploadLines uploads={uploads} />
    </section>
  );
}

function UploadLines({ uploads }: { readonly uploads: Uploads }) {
  return [...uploads].map(([name, fraction]) => (
    <div key={name} className={styles.job}>
      <span className={styles.title}>Handing over {name}</span>
      <Progress value={fraction * 100} aria-label={`Handing over ${name}`} className={styles.progress} />
    </div>
  ));
}

/** In the step Files a source's card shows the file that is being loaded. */
function isOnCard({ kind, progress }: Job): boolean {
  return kind === 'load' && progress?.kind === 'file';
}

/** One job with its progress; also for a source's own card. */
export function JobLine({ job }: { readonly job: Job }) {
  const { fraction, words } = useJobProgress(job);
  const cancel = useAct((api, workspace) => api.events.cancel({ workspace, job: job.job }));
  const cancelling = job.state === 'cancelling' || cancel.isPending;
  return (
    <div className={styles.job}>
      <span className={styles.title}>{job.title}</span>
      <Progress
        value={fraction === null ? 100 : fraction * 100}
        animated={fraction === null && job.state !== 'waiting'}
        striped={fraction === null}
        aria-label={job.title}
        className={styles.progress}
      />
      <span className={styles.words}>{cancelling ? 'Stopping…' : words}</span>
      <Button
        size="compact-xs"
        leftSection={<X size={12} aria-hidden />}
        disabled={cancelling}
        onClick={() => cancel.mutate()}
        aria-label={`Cancel: ${job.title}`}
      >
        Cancel
      </Button>
    </div>
  );
}
