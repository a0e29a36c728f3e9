import { Select } from '@mantine/core';
import type { StageFigures } from '../../../electron/contract/reconciliation.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { funnelStages } from '../../components/reconciliation/funnel-stages.ts';
import type { GroupOrder } from '../../components/reconciliation/group-order.ts';
import type { GroupList } from './use-group-list.ts';

interface GroupOrderChoiceProps {
  readonly word: string;
  readonly stages: readonly StageFigures[];
  readonly list: GroupList;
}

/** In which order the charts stand; a table is sorted by its headings. */
export function GroupOrderChoice({ word, stages, list }: GroupOrderChoiceProps) {
  const { recipe } = useWorkspace();
  const orders: readonly { readonly label: string; readonly order: GroupOrder }[] = [
    { label: `By ${word}`, order: { by: { kind: 'name' }, descending: false } },
    { label: 'Most entered first', order: { by: { kind: 'entered' }, descending: true } },
    { label: 'Most delivered first', order: { by: { kind: 'delivered' }, descending: true } },
    { label: 'Least share first', order: { by: { kind: 'share' }, descending: false } },
    ...funnelStages(recipe, { stages })
      .filter(({ dropsNobody }) => !dropsNobody)
      .map(({ stage, title }) => ({
        label: `Most dropped first: ${title}`,
        order: { by: { kind: 'stage', stage }, descending: true } as const,
      })),
  ];
  const now = JSON.stringify(list.order);
  return (
    <Select
      aria-label="Order of the charts"
      w="14rem"
      data={[
        ...orders.map(({ label, order }) => ({ value: JSON.stringify(order), label })),
        // The table may have been sorted in a way that has no name here.
        ...(orders.some(({ order }) => JSON.stringify(order) === now)
          ? []
          : [{ value: now, label: 'As in the table' }]),
      ]}
      value={now}
      allowDeselect={false}
      onChange={(value) => {
        const wanted = orders.find(({ order }) => JSON.stringify(order) === value);
        if (wanted) list.setOrder(wanted.order);
      }}
    />
  );
}
