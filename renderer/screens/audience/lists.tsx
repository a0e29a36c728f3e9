import { Tabs } from '@mantine/core';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Grid } from '../../components/grid/grid.tsx';
import { formatCount } from '../../format/numbers.ts';
import { useOpenStory } from '../../router/use-open-story.ts';
import { useStepQuery } from '../../router/use-route.ts';
import styles from './audience.module.css';
import { KeptOut } from './kept-out.tsx';
import { KEPT_OUT, listAbout, listTitle } from './list-names.ts';
import { type ListTab, listTabs } from './list-tabs.ts';

/** The lists of a run, one a tab: who is delivered, who was kept out, and the other outputs, the earliest layers last. */
export function Lists({ run }: { readonly run: RunDetail }) {
  const { recipe } = useWorkspace();
  const [query, change] = useStepQuery();
  const openStory = useOpenStory();
  const { dropped } = run.reconciliation.outcome;
  const { delivering, others } = listTabs(recipe.outputs, run.deliveries);
  const first = (delivering[0] ?? others[0])?.output;
  const names = [...recipe.outputs.map(({ name }) => name), KEPT_OUT];
  const chosen = names.find((name) => name === query.list) ?? first?.name ?? KEPT_OUT;
  // Where several lists share the audience, an empty one is no empty audience.
  const isShared = delivering.length > 1;
  const tab = ({ output, rows }: ListTab) => (
    <Tabs.Tab key={output.name} value={output.name} title={listAbout(output)}>
      {listTitle(output)}{' '}
      {rows === null ? null : <span className={styles.tabFigure}>{formatCount(rows)}</span>}
    </Tabs.Tab>
  );
  const people = [recipe.entity, `${recipe.entity}s`] as const;
  return (
    <Tabs
      className={styles.lists}
      value={chosen}
      onChange={(name) => change({ list: name === first?.name ? null : name, stage: null })}
      keepMounted={false}
    >
      <Tabs.List className={styles.tabs} aria-label="Lists">
        {delivering.map(tab)}
        <Tabs.Tab value={KEPT_OUT} title="Those whom a rule keeps out, each with the first reason">
          Kept out <span className={styles.tabFigure}>{formatCount(dropped)}</span>
        </Tabs.Tab>
        {others.map(tab)}
      </Tabs.List>
      {recipe.outputs.map(({ name, title, delivers }) => (
        <Tabs.Panel key={name} value={name} className={styles.panel}>
          <Grid
            label={listTitle({ title, name })}
            layout={`output:${name}`}
            unit={delivers ? people : ['row', 'rows']}
            source={{ kind: 'view', of: { kind: 'output', run: run.run, output: name } }}
            onOpen={openStory}
            empty={
              <EmptyState
                title={delivers && !isShared ? 'Nobody is in the audience' : 'Nothing is in this list'}
              >
                {delivers && !isShared
                  ? `Every ${recipe.entity} is kept out by a rule, or the search finds none. The funnel shows which rule costs how many.`
                  : 'The output of the recipe has no rows in this run, or the search finds none.'}
              </EmptyState>
            }
          />
        </Tabs.Panel>
      ))}
      <Tabs.Panel value={KEPT_OUT} className={styles.panel}>
        <KeptOut run={run} unit={people} onOpen={openStory} />
      </Tabs.Panel>
    </Tabs>
  );
}
