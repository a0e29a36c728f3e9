import type { Reconciliation } from '../../../electron/contract/reconciliation.ts';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { type Group, groupsOf } from '../../components/reconciliation/groups.ts';

/** A group of two runs; either may be without it. */
export interface GroupPair {
  readonly id: string;
  readonly name: string;
  /** What the later run that has it calls it; empty where nobody says. */
  readonly title: string;
  readonly before: Group | undefined;
  readonly now: Group | undefined;
  /** Delivered now less delivered before; a run without the group delivered nobody of it. */
  readonly change: number;
}

/** What of a run tells its groups. */
interface GroupedRun {
  readonly reconciliation: Pick<Reconciliation, 'by'>;
  readonly groupTitles: RunDetail['groupTitles'];
}

/**
 * The groups of two runs, those of the later first in its order, then those that only the earlier has; null where one of them was grouped by
 * nothing, or by other columns than the other.
 */
export function mergeGroups(
  { reconciliation: { by: before }, groupTitles: titlesBefore }: GroupedRun,
  { reconciliation: { by: now }, groupTitles: titlesNow }: GroupedRun,
): readonly GroupPair[] | null {
  if (!before || !now) return null;
  const [earlier, later] = [groupsOf(before, titlesBefore), groupsOf(now, titlesNow)];
  const columns = new Set([...earlier, ...later].map(({ values }) => Object.keys(values).join()));
  if (columns.size > 1) return null;
  const found = new Map(later.map((group) => [group.id, group]));
  const was = new Map(earlier.map((group) => [group.id, group]));
  return [...later, ...earlier.filter(({ id }) => !found.has(id))].map(({ id, name, title }) => {
    const [one, other] = [was.get(id), found.get(id)];
    const change = (other?.outcome.delivered ?? 0) - (one?.outcome.delivered ?? 0);
    return { id, name, title, before: one, now: other, change };
  });
}
