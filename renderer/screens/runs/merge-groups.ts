import type { Reconciliation } from '../../../electron/contract/reconciliation.ts';
import { type Group, groupsOf } from '../../components/reconciliation/groups.ts';

/** A group of two runs; either may be without it. */
export interface GroupPair {
  readonly id: string;
  readonly name: string;
  readonly before: Group | undefined;
  readonly now: Group | undefined;
  /** Delivered now less delivered before; a run without the group delivered nobody of it. */
  readonly change: number;
}

/**
 * The groups of two runs, those of the later first in its order, then those that only the earlier has; null where one of them was grouped by
 * nothing, or by other columns than the other.
 */
export function mergeGroups(
  { by: before }: Pick<Reconciliation, 'by'>,
  { by: now }: Pick<Reconciliation, 'by'>,
): readonly GroupPair[] | null {
  if (!before || !now) return null;
  const [earlier, later] = [groupsOf(before), groupsOf(now)];
  const columns = new Set([...earlier, ...later].map(({ values }) => Object.keys(values).join()));
  if (columns.size > 1) return null;
  const found = new Map(later.map((group) => [group.id, group]));
  const was = new Map(earlier.map((group) => [group.id, group]));
  return [...later, ...earlier.filter(({ id }) => !found.has(id))].map(({ id, name }) => {
    const [one, other] = [was.get(id), found.get(id)];
    const change = (other?.outcome.delivered ?? 0) - (one?.outcome.delivered ?? 0);
    return { id, name, before: one, now: other, change };
  });
}
