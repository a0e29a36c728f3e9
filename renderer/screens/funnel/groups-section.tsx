import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { type Group, groupWord } from '../../components/reconciliation/groups.ts';
import shared from '../../components/reconciliation/reconciliation.module.css';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { formatMany } from '../../format/numbers.ts';
import { useStepQuery } from '../../router/use-route.ts';
import { GroupCharts } from './group-charts.tsx';
import { GroupOrderChoice } from './group-order-choice.tsx';
import { GroupTable } from './group-table.tsx';
import styles from './groups.module.css';
import { useGroupList } from './use-group-list.ts';

interface GroupsSectionProps {
  readonly run: RunDetail;
  readonly groups: readonly Group[];
  readonly chosen: Group | null;
  /** Whether the funnel above is that of a trial. */
  readonly tries: boolean;
  readonly onChoose: (group: Group) => void;
  readonly onOpen: OpenRecords;
}

/** The same funnel for each group, as a table or as small charts; a chosen one is drawn in full above. */
export function GroupsSection({ run, groups, chosen, tries, onChoose, onOpen }: GroupsSectionProps) {
  const { recipe } = useWorkspace();
  const [query, change] = useStepQuery();
  const list = useGroupList(groups);
  const word = groupWord(recipe.by);
  const isCharts = query.groups === 'charts';
  const isOwnScale = query.scale === 'own';
  const parts = { run: run.run, groups: list.shown, chosen, onChoose, onOpen };
  return (
    <section className={shared.section} aria-labelledby="funnel-groups">
      <h2 id="funnel-groups">By {word}</h2>
      <div className={styles.tools}>
        <SegmentedControl
          aria-label={`How the ${word}s are shown`}
          data={[
            { value: 'table', label: 'Table' },
            { value: 'charts', label: 'Charts' },
          ]}
          value={isCharts ? 'charts' : 'table'}
          onChange={(value) => change({ groups: value === 'charts' ? value : null })}
        />
        {isCharts ? (
          <>
            <SegmentedControl
              aria-label="Scale of the charts"
              data={[
                { value: 'same', label: 'One scale' },
                { value: 'own', label: 'Each its own' },
              ]}
              value={isOwnScale ? 'own' : 'same'}
              onChange={(value) => change({ scale: value === 'own' ? value : null })}
            />
            <GroupOrderChoice word={word} stages={run.reconciliation.stages} list={list} />
          </>
        ) : null}
        {list.isLong ? (
          <TextInput
            aria-label={`Search the ${word}s`}
            placeholder={`Search the ${word}s`}
            leftSection={<Search size={14} aria-hidden="true" />}
            value={list.search}
            onChange={({ currentTarget }) => list.setSearch(currentTarget.value)}
          />
        ) : null}
        <span className={styles.dim} role="status">
          {countOf(list.found.length, groups.length, word)}
        </span>
      </div>
      {tries ? <p className={styles.dim}>These are the figures of the run, without what is tried.</p> : null}
      {list.found.length === 0 ? (
        <p className={styles.dim}>
          {groups.length === 0 ? `This run has no ${word}.` : `No ${word} has this text in its name.`}
        </p>
      ) : isCharts ? (
        <GroupCharts {...parts} most={isOwnScale ? null : mostOf(groups)} />
      ) : (
        <GroupTable {...parts} word={word} stages={run.reconciliation.stages} list={list} />
      )}
      {list.found.length > list.shown.length ? (
        <div>
          <Button onClick={list.showMore}>
            Show more: {formatMany(list.found.length - list.shown.length, 'is', 'are')} left
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function countOf(found: number, all: number, word: string): string {
  return found === all ? formatMany(all, word) : `${formatMany(found, word)} of ${formatMany(all, word)}`;
}

function mostOf(groups: readonly Group[]): number {
  return groups.reduce((most, { outcome }) => Math.max(most, outcome.entered), 0);
}
