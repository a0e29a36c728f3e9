import { Select } from '@mantine/core';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import type { ViewRow } from '../../../electron/contract/views.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Grid } from '../../components/grid/grid.tsx';
import { funnelStages } from '../../components/reconciliation/funnel-stages.ts';
import { formatCount } from '../../format/numbers.ts';
import { useStepQuery } from '../../router/use-route.ts';

/** Stands for whatever stage it was. */
const ANY = '';

interface KeptOutProps {
  readonly run: RunDetail;
  readonly unit: readonly [one: string, many: string];
  onOpen(row: ViewRow): void;
}

/** Those whom a rule keeps out, with the first reason: all of them, or those of one stage. */
export function KeptOut({ run, unit, onOpen }: KeptOutProps) {
  const { recipe } = useWorkspace();
  const [query, change] = useStepQuery();
  const stages = funnelStages(recipe, run.reconciliation).filter(({ dropped }) => dropped > 0);
  const stage = stages.find((each) => each.stage === query.stage)?.stage ?? ANY;
  return (
    <Grid
      label="Kept out"
      layout="entities"
      unit={unit}
      source={{
        kind: 'view',
        of: { kind: 'entities', run: run.run, which: 'dropped', ...(stage !== ANY && { stage }) },
      }}
      onOpen={onOpen}
      empty={
        <EmptyState title="Nobody is kept out">
          No rule excludes anybody here, or the search finds none.
        </EmptyState>
      }
    >
      <Select
        aria-label="Kept out by"
        w="22rem"
        maxDropdownHeight="24rem"
        data={[
          { value: ANY, label: 'By any rule' },
          ...stages.map(({ stage: value, title, dropped }) => ({
            value,
            label: `${title}: ${formatCount(dropped)}`,
          })),
        ]}
        value={stage}
        allowDeselect={false}
        onChange={(next) => change({ stage: next })}
      />
    </Grid>
  );
}
