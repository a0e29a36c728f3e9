import { Button } from '@mantine/core';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { funnelStages } from '../../components/reconciliation/funnel-stages.ts';
import { type Group, groupWord } from '../../components/reconciliation/groups.ts';
import shared from '../../components/reconciliation/reconciliation.module.css';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { AudienceRow } from './audience-row.tsx';
import styles from './funnel.module.css';
import { entitiesOf } from './group-view.ts';
import { StageRow } from './stage-row.tsx';
import type { WhatIfState } from './use-what-if.ts';

/** The element that the funnel's heading is, for whoever goes there. */
export const STAGES_ID = 'funnel-stages';

interface StagesSectionProps {
  readonly run: RunDetail;
  /** The group whose funnel it is; null: that of all. */
  readonly group: Group | null;
  readonly whatIf: WhatIfState;
  readonly onOpen: OpenRecords;
  /** Goes back from a group to all. */
  readonly onAll: () => void;
}

/** The funnel: of the run, of what is tried over it, or of one group. */
export function StagesSection({ run, group, whatIf, onOpen, onAll }: StagesSectionProps) {
  const { recipe } = useWorkspace();
  const result = group ? undefined : whatIf.result;
  const tries = group === null && whatIf.tries;
  const stages = funnelStages(recipe, group ?? run.reconciliation);
  const drawn = result ? funnelStages(recipe, result) : stages;
  const { entered, delivered } = result ?? group?.outcome ?? run;
  const of = group ? `, ${group.name}` : '';
  return (
    <section className={shared.section} aria-labelledby={STAGES_ID}>
      <div className={styles.chosen}>
        <h2 id={STAGES_ID} tabIndex={-1}>
          {group
            ? `From the population to the audience: ${groupWord(recipe.by)} ${group.name}`
            : 'From the population to the audience'}
        </h2>
        {group?.title ? <span className={styles.dim}>{group.title}</span> : null}
        {group ? (
          <Button size="compact-xs" onClick={onAll}>
            Show all {groupWord(recipe.by)}s
          </Button>
        ) : null}
      </div>
      <div className={styles.head} aria-hidden="true">
        <span>Stage</span>
        <span />
        <span>In</span>
        <span>Dropped</span>
        <span>Out</span>
      </div>
      <ul data-what-if={result !== undefined || undefined}>
        {drawn.map((stage, index) => (
          <StageRow
            key={stage.stage}
            stage={stage}
            before={result ? stages[index] : undefined}
            off={group ? NONE : whatIf.trial.off}
            onSwitch={group ? undefined : whatIf.switchRule}
            onOpen={
              // The figures of a trial are of nobody who could be looked up.
              tries
                ? undefined
                : (title, which, name, reason) =>
                    onOpen(`${title}${of}`, entitiesOf(run.run, group, which, { stage: name, reason }))
            }
          />
        ))}
        <AudienceRow
          delivered={delivered}
          entered={entered}
          run={tries ? null : run.run}
          deliveries={group ? NO_LISTS : run.deliveries}
          onOpen={group ? () => onOpen(`Delivered${of}`, entitiesOf(run.run, group, 'delivered')) : undefined}
        />
      </ul>
    </section>
  );
}

const NO_LISTS: RunDetail['deliveries'] = [];

const NONE: ReadonlySet<string> = new Set();
