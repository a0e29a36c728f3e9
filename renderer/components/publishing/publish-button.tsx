import { Button } from '@mantine/core';
import { BookCheck, Undo2 } from 'lucide-react';
import type { RunSummary } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { useStepQuery } from '../../router/use-route.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';

/** Publishes a run, or takes it back; nothing where the recipe publishes no runs. */
export function PublishButton({ run }: { readonly run: RunSummary }) {
  const { recipe } = useWorkspace();
  // In the address, so that the palette can ask for it as well.
  const [{ publish }, change] = useStepQuery();
  const close = () => change({ publish: null });
  if (!recipe.publishes) return null;
  return (
    <>
      {run.publishedAt === null ? (
        <Button
          leftSection={<BookCheck size={14} aria-hidden="true" />}
          onClick={() => change({ publish: 'publish' })}
        >
          Publish…
        </Button>
      ) : (
        <Button
          leftSection={<Undo2 size={14} aria-hidden="true" />}
          onClick={() => change({ publish: 'take back' })}
        >
          Take back…
        </Button>
      )}
      <PublishDialog run={run} opened={publish === 'publish'} onClose={close} />
      <TakeBackDialog run={run} opened={publish === 'take back'} onClose={close} />
    </>
  );
}
