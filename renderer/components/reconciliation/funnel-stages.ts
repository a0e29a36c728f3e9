import type { Reconciliation } from '../../../electron/contract/reconciliation.ts';
import type { WhatIf } from '../../../electron/contract/runs.ts';
import type { RecipeInfo, RuleInfo } from '../../../electron/contract/workspaces.ts';

/** A stage as the funnel draws it. */
export interface FunnelStage {
  readonly stage: string;
  readonly title: string;
  readonly in: number;
  readonly dropped: number;
  readonly out: number;
  readonly reasons: readonly FunnelReason[];
  readonly rules: readonly RuleInfo[];
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

/** The stages of a run, or of a what-if over it, with the words of the recipe. */
export function funnelStages(
  recipe: RecipeInfo,
  { stages }: Pick<Reconciliation | WhatIf, 'stages'>,
): readonly FunnelStage[] {
  const entered = stages[0]?.in ?? 0;
  const share = (count: number) => (entered === 0 ? 0 : count / entered);
  return stages.map(({ stage, reasons, ...figures }) => {
    const rules = recipe.rules.filter((rule) => rule.stage === stage);
    return {
      stage,
      ...figures,
      rules,
      title: stageTitle(stage, rules),
      reasons: reasons.map(({ reason, dropped, any, only }) => ({
        reason,
        title: reasonTitle(reason, rules),
        dropped,
        any,
        only,
      })),
      outShare: share(figures.out),
      inShare: share(figures.in),
    };
  });
}

function stageTitle(stage: string, rules: readonly RuleInfo[]): string {
  if (stage === 'population') return 'Population';
  return rules.length === 1 ? (rules[0]?.title ?? words(stage)) : words(stage);
}

function reasonTitle(reason: string, rules: readonly RuleInfo[]): string {
  const owners = rules.filter(({ reasons }) => reasons.includes(reason));
  const [owner] = owners;
  return owner && owner.reasons.length === 1 ? owner.title : words(reason);
}

/** A name of the recipe's as words: `no_email_consent` is "No email consent". */
function words(name: string): string {
  const spaced = name.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
