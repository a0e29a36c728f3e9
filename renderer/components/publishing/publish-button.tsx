import { Button } from '@mantine/core';
import { BookCheck, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { RunSummary } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';

/** Publishes a run, or takes it back; nothing where the recipe publishes no runs. */
export function PublishButton({ run }: { readonly run: RunSummary }) {
  const { recipe } = useWorkspace();
  const [opened, setOpened] = useState<'publish' | 'take back' | null>(null);
  const close = () => setOpened(null);
  if (!recipe.publishes) return null;
  return (
    <>
      {run.publishedAt === null ? (
        <Button leftSection={<BookCheck size={14} aria-hidden="true" />} onClick={() => setOpened('publish')}>
          Publish…
        </Button>
      ) : (
        <Button leftSection={<Undo2 size={14} aria-hidden="true" />} onClick={() => setOpened('take back')}>
          Take back…
        </Button>
      )}
      <PublishDialog run={run} opened={opened === 'publish'} onClose={close} />
      <TakeBackDialog run={run} opened={opened === 'take back'} onClose={close} />
    </>
  );
}
