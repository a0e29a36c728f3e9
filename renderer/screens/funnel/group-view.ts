import type { ViewOf } from '../../../electron/contract/views.ts';
import type { Group } from '../../components/reconciliation/groups.ts';

/** Which entities of a run are meant: the stage is left out where it is of the outcome. */
export type Which = Extract<ViewOf, { kind: 'entities' }>['which'];

/** The entities behind a figure of a run, or of one group of it. */
export function entitiesOf(
  run: number,
  group: Group | null,
  which: Which,
  { stage, reason }: { readonly stage?: string | undefined; readonly reason?: string | undefined } = {},
): ViewOf {
  return {
    kind: 'entities',
    run,
    which,
    ...(stage !== undefined && { stage }),
    ...(reason !== undefined && { reason }),
    ...(group && { group: group.values }),
  };
}
