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

/** The lists of a run, one a tab: who is delivered, who was kept out, and the other outputs, the earliest layers last. */
export function Lists({ run }: { readonly run: RunDetail }) {
  const { recipe } = useWorkspace();
  const [query, change] = useStepQuery();
  const openStory = useOpenStory();
  const { delivered, dropped } = run.reconciliation.outcome;
  const first = recipe.outputs.find(({ delivers }) => delivers) ?? recipe.outputs[0];
  const others = recipe.outputs.filter((output) => output !== first).toSorted((a, b) => b.layer - a.layer);
  const names = [...recipe.outputs.map(({ name }) => name), KEPT_OUT];
  const chosen = names.find((name) => name === query.list) ?? first?.name ?? KEPT_OUT;
  const people = [recipe.entity, `${recipe.entity}s`] as const;
  return (
    <Tabs
      className={styles.lists}
      value={chosen}
      onChange={(name) => change({ list: name === first?.name ? null : name, stage: null })}
      keepMounted={false}
    >
      <Tabs.List className={styles.tabs} aria-label="Lists">
        {first ? (
          <Tabs.Tab value={first.name} title={listAbout(first)}>
            {listTitle(first)}
            {first.delivers ? <span className={styles.tabFigure}>{formatCount(delivered)}</span> : null}
          </Tabs.Tab>
        ) : null}
        <Tabs.Tab value={KEPT_OUT} title="Those whom a rule keeps out, each with the first reason">
          Kept out
          <span className={styles.tabFigure}>{formatCount(dropped)}</span>
        </Tabs.Tab>
        {others.map((output) => (
          <Tabs.Tab key={output.name} value={output.name} title={listAbout(output)}>
            {listTitle(output)}
          </Tabs.Tab>
        ))}
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
              <EmptyState title={delivers ? 'Nobody is in the audience' : 'Nothing is in this list'}>
                {delivers
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
