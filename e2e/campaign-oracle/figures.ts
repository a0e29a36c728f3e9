import type { ReasonFigures, StageFigures } from '../../electron/contract/reconciliation.ts';
import type { Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';
import { activeExclusions } from './exclusions.ts';
import type { Entry } from './ledger.ts';

interface Stage {
  readonly stage: string;
  readonly reasons: readonly string[];
}

/** The stages in order with the reasons that each may give; those of exclusions stand in the data. */
export function stagesOf(exclusions: readonly Row[]): readonly Stage[] {
  const configured = new Set(activeExclusions(exclusions).map((row) => textOf(row, 'reason')));
  return [
    { stage: 'initial_selection', reasons: [] },
    { stage: 'configurable_exclusions', reasons: [...configured] },
    { stage: 'offer_selection', reasons: ['no_eligible_offer'] },
    { stage: 'offer_enrichment', reasons: ['offer_details_missing'] },
    { stage: 'buffer_update', reasons: [] },
    {
      stage: 'buffer_selection',
      reasons: ['no_contact_address', 'blocked', 'cooling_down', 'over_capacity'],
    },
    { stage: 'output', reasons: [] },
  ];
}

/** The figures of all stages, over all leads or those of one solution. */
export function stageFigures(stages: readonly Stage[], entries: readonly Entry[]): readonly StageFigures[] {
  let left = entries.length;
  return stages.map(({ stage, reasons }) => {
    const before = left;
    left -= droppedAt(stage, entries).length;
    return {
      stage,
      in: before,
      dropped: before - left,
      out: left,
      reasons: reasons.map((reason) => reasonFigures(stage, reason, entries)),
    };
  });
}

/** The leads that a stage drops. */
export function droppedAt(stage: string, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ excluded }) => excluded[0]?.stage === stage);
}

function reasonFigures(stage: string, reason: string, entries: readonly Entry[]): ReasonFigures {
  const any = entries.filter(({ excluded }) => {
    return excluded.some((verdict) => verdict.stage === stage && verdict.reason === reason);
  });
  const dropped = droppedAt(stage, any).filter(({ excluded }) => excluded[0]?.reason === reason).length;
  // This rule looks at survivors alone, so nothing is known of the others.
  if (reason === 'over_capacity' && stage === 'buffer_selection') return { reason, dropped };
  const only = any.filter(({ excluded }) => excluded.length === 1).length;
  return { reason, dropped, any: any.length, only };
}
