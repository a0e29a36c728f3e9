import { Button } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWorkspace } from '../api/workspace.tsx';
import { useStepLink } from '../router/use-route.ts';
import { EmptyState } from './empty-state.tsx';
import { withoutFile } from './without-file.ts';

/** What stands where a run's figures would, before the first run: what is missing for one, or what it would bring. */
export function NoRun(props: {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What pressing Run brings, once all files are there. */
  readonly children: ReactNode;
}) {
  const { icon, title, children } = props;
  const { run } = useWorkspace();
  const link = useStepLink();
  const blockers = [...run.missing.map(withoutFile), ...run.blockers];
  if (blockers.length === 0) {
    return (
      <EmptyState icon={icon} title={title}>
        {children}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={icon}
      title={title}
      action={
        <Button component="a" href={link('files')}>
          Go to Files
        </Button>
      }
    >
      A run needs its files first. {blockers.join(' ')}
      {run.missing.length > 0 ? ' Under Files it can also be made without them.' : ''}
    </EmptyState>
  );
}
