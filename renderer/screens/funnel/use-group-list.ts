import { useMemo, useState } from 'react';
import {
  BY_NAME,
  type GroupMeasure,
  type GroupOrder,
  isSameMeasure,
  orderGroups,
} from '../../components/reconciliation/group-order.ts';
import type { Group } from '../../components/reconciliation/groups.ts';

/** Groups that are drawn at first, and how many more each time. */
const PAGE = 24;

/** Which of the groups are shown and in which order; hundreds of them are shown some at a time. */
export function useGroupList(groups: readonly Group[]) {
  const [order, setOrder] = useState<GroupOrder>(BY_NAME);
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(PAGE);
  const found = useMemo(() => orderGroups(groups, order, search), [groups, order, search]);
  return {
    order,
    search,
    found,
    shown: found.slice(0, most),
    /** Whether there are so many that a search is of use. */
    isLong: groups.length > PAGE,
    setSearch: (text: string) => {
      setSearch(text);
      setMost(PAGE);
    },
    setOrder,
    /** By a measure, the most first; by the same once more, the other way round. */
    sortBy: (by: GroupMeasure) =>
      setOrder((before) => ({
        by,
        descending: isSameMeasure(before.by, by) ? !before.descending : by.kind !== 'name',
      })),
    showMore: () => setMost((before) => before + PAGE),
  };
}

export type GroupList = ReturnType<typeof useGroupList>;
