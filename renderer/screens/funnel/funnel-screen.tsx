import { Filter } from 'lucide-react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { NoRun } from '../../components/no-run.tsx';
import { ControlsSection } from '../../components/reconciliation/controls-section.tsx';
import { funnelStages } from '../../components/reconciliation/funnel-stages.ts';
import shared from '../../components/reconciliation/reconciliation.module.css';
import { Seal } from '../../components/reconciliation/seal.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRecordsBehind } from '../../components/use-records-behind.tsx';
import { formatDay, formatInstant } from '../../format/times.ts';
import { useStepQuery } from '../../router/use-route.ts';
import { AudienceRow } from './audience-row.tsx';
import styles from './funnel.module.css';
import { SourcesSection } from './sources-section.tsx';
import { StageRow } from './stage-row.tsx';
import { useWhatIf } from './use-what-if.ts';
import { WhatIfPanel } from './what-if-panel.tsx';

/** The funnel of the last run, or of the one in the address: from records read to the audience. */
export function FunnelScreen() {
  const { run: state } = useWorkspace();
  const [query] = useStepQuery();
  const number = Number(query.run ?? (state.kind === 'none' ? 0 : state.run));
  const answer = useAnswer({
    key: ['run', number],
    topics: ['runs'],
    ask: (api, workspace, signal) => api.runs.get({ workspace, run: number }, { signal }),
    when: number > 0,
  });
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
  const [drawer, open] = useRecordsBehind();
  const whatIf = useWhatIf(run);
  const stages = funnelStages(recipe, run.reconciliation);
  const drawn = whatIf.result ? funnelStages(recipe, whatIf.result) : stages;
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <Seal run={run} />
        <SourcesSection reconciliation={run.reconciliation} run={run.run} onOpen={open} />
        <section className={shared.section} aria-labelledby="funnel-stages">
          <h2 id="funnel-stages">From the population to the audience</h2>
          <div className={styles.head} aria-hidden="true">
            <span>Stage</span>
            <span />
            <span>In</span>
            <span>Dropped</span>
            <span>Out</span>
          </div>
          <ul data-what-if={whatIf.result !== undefined || undefined}>
            {drawn.map((stage, index) => (
              <StageRow
                key={stage.stage}
                stage={stage}
                before={whatIf.result ? stages[index] : undefined}
                off={whatIf.trial.off}
                onSwitch={whatIf.switchRule}
                onOpen={
                  // The figures of a trial are of nobody who could be looked up.
                  whatIf.tries
                    ? undefined
                    : (title, which, name, reason) =>
                        open(title, {
                          kind: 'entities',
                          run: run.run,
                          which,
                          stage: name,
                          ...(reason && { reason }),
                        })
                }
              />
            ))}
            <AudienceRow
              delivered={whatIf.result?.delivered ?? run.delivered}
              entered={whatIf.result?.entered ?? run.entered}
              run={whatIf.tries ? null : run.run}
            />
          </ul>
        </section>
        <ControlsSection run={run} onOpen={open} />
      </div>
      <WhatIfPanel run={run} whatIf={whatIf} />
      {drawer}
    </div>
  );
}

function About({ run }: { readonly run: RunDetail }) {
  return (
    <>
      Run {run.run}, as of {formatDay(run.asOf)}
      {run.madeAt && `, made ${formatInstant(run.madeAt)}`}
    </>
  );
}
