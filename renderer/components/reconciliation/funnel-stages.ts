import type { Reconciliation } from '../../../electron/contract/reconciliation.ts';
import type { WhatIf } from '../../../electron/contract/runs.ts';
import type { RecipeInfo, RuleInfo } from '../../../electron/contract/workspaces.ts';
import { wordsOf } from './words-of.ts';

/** A stage as the funnel draws it. */
export interface FunnelStage {
  readonly stage: string;
  readonly title: string;
  readonly description: string;
  readonly in: number;
  readonly dropped: number;
  readonly out: number;
  readonly reasons: readonly FunnelReason[];
  readonly rules: readonly RuleInfo[];
  /** Where the population enters; nothing is asked of anybody there. */
  readonly isEntry: boolean;
  /** Whether no rule stands here that could drop anybody. */
  readonly dropsNobody: boolean;
  /** Shares of the population, 0 to 1: where the bar ends, and where it began. */
  readonly outShare: number;
  readonly inShare: number;
}

export interface FunnelReason {
  readonly reason: string;
  readonly title: string;
  readonly dropped: number;
  /** Absent for a rule over survivors. */
  readonly any: number | undefined;
  readonly only: number | undefined;
}

/** The stages of a run, of a group of it or of a what-if over it, with the words of the recipe. */
export function funnelStages(
  recipe: Pick<RecipeInfo, 'stages' | 'rules'>,
  { stages }: Pick<Reconciliation | WhatIf, 'stages'>,
): readonly FunnelStage[] {
  const entered = stages[0]?.in ?? 0;
  const share = (count: number) => (entered === 0 ? 0 : count / entered);
  return stages.map(({ stage, reasons, ...figures }, place) => {
    const rules = recipe.rules.filter((rule) => rule.stage === stage);
    const declared = recipe.stages.find((each) => each.stage === stage);
    return {
      stage,
      ...figures,
      rules,
      title: declared?.title || stageTitle(stage, rules),
      description: declared?.description ?? '',
      reasons: reasons.map(({ reason, dropped, any, only }) => ({
        reason,
        title: reasonTitle(reason, rules),
        dropped,
        any,
        only,
      })),
      isEntry: place === 0,
      dropsNobody: rules.length === 0 && reasons.length === 0 && figures.dropped === 0,
      outShare: share(figures.out),
      inShare: share(figures.in),
    };
  });
}

function stageTitle(stage: string, rules: readonly RuleInfo[]): string {
  return rules.length === 1 ? (rules[0]?.title ?? wordsOf(stage)) : wordsOf(stage);
}

function reasonTitle(reason: string, rules: readonly RuleInfo[]): string {
  const owner = rules.find(({ reasons }) => reasons.includes(reason));
  if (owner) return owner.reasons.length === 1 ? owner.title : wordsOf(reason);
  // A reason that stands in the data is somebody's own text, and is shown as it is written there.
  return rules.some(({ reasons }) => reasons.length === 0) ? reason : wordsOf(reason);
}
