import type { Group } from './groups.ts';

/** A figure of a group; a stage stands for those whom it drops, a share is of those who entered. */
export type GroupFigure =
  | { readonly kind: 'entered' | 'delivered' | 'share' }
  | { readonly kind: 'stage'; readonly stage: string };

/** What groups are ordered by. */
export type GroupMeasure = { readonly kind: 'name' } | GroupFigure;

export interface GroupOrder {
  readonly by: GroupMeasure;
  readonly descending: boolean;
}

/** As the run has them: ids have an order of their own. */
export const BY_NAME: GroupOrder = { by: { kind: 'name' }, descending: false };

/** The groups in whose name or title a text stands, in any case, in an order; equals stay as the run has them. */
export function orderGroups(
  groups: readonly Group[],
  { by, descending }: GroupOrder,
  search: string,
): readonly Group[] {
  const text = search.trim().toLowerCase();
  const found = groups.filter(({ name, title }) => `${name} ${title}`.toLowerCase().includes(text));
  if (by.kind === 'name') return descending ? found.toReversed() : found;
  const sign = descending ? -1 : 1;
  return found.toSorted((a, b) => sign * (measureOf(a, by) - measureOf(b, by)));
}

/** A figure of a group; a share from 0 to 1. */
export function measureOf({ stages, outcome }: Group, by: GroupFigure): number {
  switch (by.kind) {
    case 'entered':
      return outcome.entered;
    case 'delivered':
      return outcome.delivered;
    case 'share':
      return outcome.entered === 0 ? 0 : outcome.delivered / outcome.entered;
    case 'stage':
      return stages.find(({ stage }) => stage === by.stage)?.dropped ?? 0;
  }
}

/** Whether two measures are the same. */
export function isSameMeasure(a: GroupMeasure, b: GroupMeasure): boolean {
  return a.kind === b.kind && (a.kind !== 'stage' || b.kind !== 'stage' || a.stage === b.stage);
}
