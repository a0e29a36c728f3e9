import { Button } from '@mantine/core';
import { ScanSearch } from 'lucide-react';
import { useCallback } from 'react';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Screen } from '../../components/screen.tsx';
import { useTakesFiles } from '../../frame/file-taker.ts';
import { useStepLink, useStepQuery } from '../../router/use-route.ts';
import { AuditList } from './audit-list.tsx';
import { CompareScreen } from './compare-screen.tsx';
import { isAtAudit } from './is-at-audit.ts';
import { ResultScreen } from './result-screen.tsx';
import { SetupScreen } from './setup-screen.tsx';
import { useAudits } from './use-audits.ts';
import { useLook } from './use-look.ts';

/** The audit of a pipeline that runs elsewhere: its setup, its result, the list of all, or several side by side. */
export function AuditScreen() {
  const { recipe } = useWorkspace();
  const link = useStepLink();
  if (recipe.audits) return <Audits />;
  return (
    <Screen title="Audit">
      <EmptyState
        icon={ScanSearch}
        title="This recipe has no audit"
        action={
          <Button component="a" href={link('files')}>
            Go to Files
          </Button>
        }
      >
        An audit looks at a pipeline that runs elsewhere. Begin a workspace with a recipe that offers it.
      </EmptyState>
    </Screen>
  );
}

function Audits() {
  const [query, change] = useStepQuery();
  const look = useLook();
  const { mutate } = look;
  const audits = useAudits();
  // Wherever on this screen files are dropped: they are for an audit that is being prepared.
  const take = useCallback(
    (files: readonly string[]) => {
      // Handing over large files takes a while: who has gone to another step meanwhile stays there.
      if (isAtAudit()) change({ audit: null, compare: null, new: '1' });
      mutate(files);
    },
    [change, mutate],
  );
  useTakesFiles(take);
  const opened = Number(query.audit ?? 0);
  if (opened > 0) return <ResultScreen key={opened} audit={opened} />;
  if (query.compare) return <CompareScreen />;
  if (query.new || audits.data?.length === 0) return <SetupScreen look={look} audits={audits.data ?? []} />;
  return (
    <Answered query={audits}>
      {(list) => <AuditList audits={list} onNew={() => change({ new: '1' })} />}
    </Answered>
  );
}
