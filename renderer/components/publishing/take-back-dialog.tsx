import type { RunSummary } from '../../../electron/contract/runs.ts';
import { useAct } from '../../api/use-act.ts';
import { formatDay } from '../../format/times.ts';
import { Confirm } from '../confirm.tsx';
import styles from './publishing.module.css';

interface TakeBackDialogProps {
  readonly run: RunSummary;
  readonly opened: boolean;
  onClose(): void;
}

/** Asks before a published run is taken back. */
export function TakeBackDialog({ run, opened, onClose }: TakeBackDialogProps) {
  const act = useAct((api, workspace) => api.runs.unpublish({ workspace, run: run.run }), {
    done: () => `Run ${run.run} is taken back: later runs do not know of it any more.`,
    after: onClose,
  });
  return (
    <Confirm
      opened={opened}
      title={`Take back run ${run.run}?`}
      deed="Take it back"
      busy={act.isPending}
      onDo={() => act.mutate()}
      onClose={onClose}
    >
      <div className={styles.words}>
        <p>
          Later runs in this workspace then do not know any more whom this run delivered on{' '}
          {formatDay(run.asOf)}. The run itself stays, and so does every other run.
        </p>
        <p>If those people were written to, leave it published, or they may be written to again too soon.</p>
      </div>
    </Confirm>
  );
}
