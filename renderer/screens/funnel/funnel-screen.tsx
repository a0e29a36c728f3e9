import { Filter } from 'lucide-react';
import { useMemo } from 'react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { RunCaution } from '../../components/cautions/run-caution.tsx';
import { NoRun } from '../../components/no-run.tsx';
import { PublishedBadge } from '../../components/publishing/published-badge.tsx';
import { ControlsSection } from '../../components/reconciliation/controls-section.tsx';
import { type Group, groupsOf, groupWord } from '../../components/reconciliation/groups.ts';
import { Seal } from '../../components/reconciliation/seal.tsx';
import { useRunDetail } from '../../components/reconciliation/use-run-detail.ts';
import { Warnings } from '../../components/reconciliation/warnings.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRecordsBehind } from '../../components/use-records-behind.tsx';
import { formatDay, formatInstant } from '../../format/times.ts';
import { useStepQuery } from '../../router/use-route.ts';
import styles from './funnel.module.css';
import { GroupsSection } from './groups-section.tsx';
import { SourcesSection } from './sources-section.tsx';
import { STAGES_ID, StagesSection } from './stages-section.tsx';
import { useWhatIf } from './use-what-if.ts';
import { NoWhatIf, WhatIfPanel } from './what-if-panel.tsx';

/** The funnel of the last run, or of the one in the address: from records read to the audience. */
export function FunnelScreen() {
  const { run: state } = useWorkspace();
  const [query] = useStepQuery();
  const number = Number(query.run ?? (state.kind === 'none' ? 0 : state.run));
  const answer = useRunDetail(number);
  if (number === 0) {
    return (
      <Screen title="Funnel">
        <NoRun icon={Filter} title="No run yet">
          Press Run: every rule then looks at everybody, and the funnel shows whom each of them keeps out.
        </NoRun>
      </Screen>
    );
  }
  return (
    <Screen title="Funnel" about={answer.data && <About run={answer.data} />}>
      <Answered query={answer}>{(run) => <Funnel run={run} />}</Answered>
    </Screen>
  );
}

function Funnel({ run }: { readonly run: RunDetail }) {
  const { recipe } = useWorkspace();
  const [query, change] = useStepQuery();
  const [drawer, open] = useRecordsBehind();
  const whatIf = useWhatIf(run);
  const { by } = run.reconciliation;
  const groups = useMemo(() => (by ? groupsOf(by, run.groupTitles) : null), [by, run.groupTitles]);
  const group = groups?.find(({ id }) => id === query.group) ?? null;
  const showAll = () => change({ group: null });
  const choose = ({ id }: Group) => {
    if (id === group?.id) return showAll();
    change({ group: id });
    const heading = document.getElementById(STAGES_ID);
    heading?.scrollIntoView({ block: 'nearest' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <RunCaution run={run} />
        <Seal run={run} />
        <Warnings run={run} />
        <SourcesSection reconciliation={run.reconciliation} run={run.run} onOpen={open} />
        <StagesSection run={run} group={group} whatIf={whatIf} onOpen={open} onAll={showAll} />
        {groups && recipe.by.length > 0 ? (
          <GroupsSection
            run={run}
            groups={groups}
            chosen={group}
            tries={whatIf.tries}
            onChoose={choose}
            onOpen={open}
          />
        ) : null}
        <ControlsSection run={run} onOpen={open} />
      </div>
      {group ? (
        <NoWhatIf word={groupWord(recipe.by)} onAll={showAll} />
      ) : (
        <WhatIfPanel run={run} whatIf={whatIf} />
      )}
      {drawer}
    </div>
  );
}

function About({ run }: { readonly run: RunDetail }) {
  // Of the last run the window's header has it.
  const { run: state } = useWorkspace();
  return (
    <>
      Run {run.run}, as of {formatDay(run.asOf)}
      {run.madeAt && `, made ${formatInstant(run.madeAt)}`}{' '}
      {state.kind === 'none' || state.run !== run.run ? <PublishedBadge run={run} /> : null}
    </>
  );
}
