import type { Reconciliation, StageFigures } from '../../../electron/contract/reconciliation.ts';
import type { RecipeInfo } from '../../../electron/contract/workspaces.ts';
import { funnelStages } from '../../components/reconciliation/funnel-stages.ts';

type Figures = Pick<StageFigures, 'in' | 'dropped' | 'out'>;

/** A stage of two runs; either may be without it. */
export interface StagePair {
  readonly stage: string;
  readonly title: string;
  readonly before: Figures | undefined;
  readonly now: Figures | undefined;
}

/** The stages of two runs in the order of the later; one that only the earlier has stands behind the one that it stood behind there. */
export function mergeStages(
  recipe: RecipeInfo,
  before: Pick<Reconciliation, 'stages'>,
  now: Pick<Reconciliation, 'stages'>,
): readonly StagePair[] {
  const [earlier, later] = [funnelStages(recipe, before), funnelStages(recipe, now)];
  const order = later.map(({ stage }) => stage);
  for (const [index, { stage }] of earlier.entries()) {
    if (order.includes(stage)) continue;
    const behind = earlier[index - 1]?.stage;
    order.splice(behind === undefined ? 0 : order.indexOf(behind) + 1, 0, stage);
  }
  return order.map((stage) => {
    const [one, other] = [earlier, later].map((stages) => stages.find((each) => each.stage === stage));
    return { stage, title: other?.title ?? one?.title ?? stage, before: one, now: other };
  });
}
