import { Button, Group, Modal, Stack } from '@mantine/core';
import { OctagonAlert, TriangleAlert } from 'lucide-react';
import type { RunSummary } from '../../../electron/contract/runs.ts';
import { useAct } from '../../api/use-act.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { formatMany } from '../../format/numbers.ts';
import { formatDay } from '../../format/times.ts';
import { useStepLink } from '../../router/use-route.ts';
import { Confirm } from '../confirm.tsx';
import { publishWarnings } from './publish-warnings.ts';
import styles from './publishing.module.css';

interface PublishDialogProps {
  readonly run: RunSummary;
  readonly opened: boolean;
  onClose(): void;
}

/** Says what publishing means, and asks; a run that does not balance is refused. */
export function PublishDialog({ run, opened, onClose }: PublishDialogProps) {
  const { recipe, run: last } = useWorkspace();
  const act = useAct((api, workspace) => api.runs.publish({ workspace, run: run.run }), {
    done: ({ rows }) =>
      `Run ${run.run} is published: later runs know of ${formatMany(rows, 'row')} that it delivered.`,
    after: onClose,
  });
  if (!run.balanced) return <Refused run={run} opened={opened} onClose={onClose} />;
  const day = formatDay(run.asOf);
  const warnings = publishWarnings(run, last);
  return (
    <Confirm
      opened={opened}
      title={`Publish run ${run.run}?`}
      deed="Publish"
      busy={act.isPending}
      onDo={() => act.mutate()}
      onClose={onClose}
    >
      <div className={styles.words}>
        <p>
          Later runs in this workspace then know whom this run delivered on {day}:{' '}
          <strong>{formatMany(run.delivered, recipe.entity)}</strong>. So they may come to other results.
        </p>
        <p>Nothing is sent, no file is written, and the runs that were made before stay as they are.</p>
        {warnings.map((warning) => (
          <p key={warning} className={styles.warning}>
            <TriangleAlert size={16} aria-hidden="true" />
            <span>{warning}</span>
          </p>
        ))}
        <p>It can be taken back at any time.</p>
      </div>
    </Confirm>
  );
}

function Refused({ run, opened, onClose }: PublishDialogProps) {
  const link = useStepLink();
  return (
    <Modal opened={opened} onClose={onClose} title={`Run ${run.run} cannot be published`} size="md">
      <Stack gap="md">
        <p className={styles.refused}>
          <OctagonAlert size={16} aria-hidden="true" />
          <span>
            The sums of this run do not agree, so nobody knows whom it really delivered. The funnel says where
            it does not balance; put that right, then run again.
          </span>
        </p>
        <Group justify="flex-end" gap="xs">
          <Button component="a" href={link('funnel', { run: String(run.run) })} onClick={onClose}>
            See the funnel
          </Button>
          <Button variant="filled" onClick={onClose} data-autofocus>
            Leave it
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
