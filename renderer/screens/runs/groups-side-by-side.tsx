import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import { type Group, groupWord } from '../../components/reconciliation/groups.ts';
import { useRunDetail } from '../../components/reconciliation/use-run-detail.ts';
import { wordsOf } from '../../components/reconciliation/words-of.ts';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { walkFigures } from '../../components/walk-figures.ts';
import { formatMany } from '../../format/numbers.ts';
import { changeText } from './change-text.ts';
import { type GroupPair, mergeGroups } from './merge-groups.ts';
import styles from './runs.module.css';

/** Groups that are drawn at first, and how many more each time. */
const PAGE = 24;

interface GroupsProps {
  readonly from: number;
  readonly to: number;
  readonly onOpen: OpenRecords;
}

/** What two runs deliver of each group; nothing where they are not grouped alike. */
export function GroupsSideBySide({ from, to, onOpen }: GroupsProps) {
  const [{ data: before }, { data: now }] = [useRunDetail(from), useRunDetail(to)];
  const pairs = before && now ? mergeGroups(before, now) : null;
  if (!before || !now || !pairs || pairs.length === 0) return null;
  return <Table pairs={pairs} before={before} now={now} onOpen={onOpen} />;
}

interface TableProps {
  readonly pairs: readonly GroupPair[];
  readonly before: RunDetail;
  readonly now: RunDetail;
  readonly onOpen: OpenRecords;
}

function Table({ pairs, before, now, onOpen }: TableProps) {
  const { recipe } = useWorkspace();
  const [isByChange, setByChange] = useState(false);
  const [most, setMost] = useState(PAGE);
  const word = groupWord(recipe.by);
  const ordered = isByChange ? pairs.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change)) : pairs;
  return (
    <section className={styles.causes} aria-labelledby="groups">
      <h3 id="groups">Delivered, by {word}</h3>
      <Switch
        label="Most changed first"
        checked={isByChange}
        onChange={({ currentTarget }) => setByChange(currentTarget.checked)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className={styles.list} tabIndex={0} aria-label={`Delivered by both runs, by ${word}`}>
        <table className={styles.table} data-fixed onKeyDown={walkFigures}>
          <thead>
            <tr>
              <th scope="col">{wordsOf(word)}</th>
              <th scope="col" className={styles.number}>
                Run {before.run}
              </th>
              <th scope="col" className={styles.number}>
                Run {now.run}
              </th>
              <th scope="col" className={styles.number}>
                Change
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, most).map((pair) => (
              <tr key={pair.id}>
                <th scope="row">
                  {pair.name}
                  {pair.title === '' ? null : <span className={styles.about}>{pair.title}</span>}
                </th>
                <Delivered run={before.run} group={pair.before} onOpen={onOpen} />
                <Delivered run={now.run} group={pair.now} onOpen={onOpen} />
                <td className={styles.number}>{changeText(pair.change)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {pairs.length > most ? (
        <div>
          <Button onClick={() => setMost(most + PAGE)}>
            Show more: {formatMany(pairs.length - most, 'is', 'are')} left
          </Button>
        </div>
      ) : null}
    </section>
  );
}

interface DeliveredProps {
  readonly run: number;
  readonly group: Group | undefined;
  readonly onOpen: OpenRecords;
}

function Delivered({ run, group, onOpen }: DeliveredProps) {
  if (!group) return <td className={styles.absent}>Not in this run</td>;
  const title = `${group.name}, run ${run}: delivered`;
  return (
    <td className={styles.number}>
      <FigureButton
        value={group.outcome.delivered}
        label={title}
        onOpen={() => onOpen(title, { kind: 'entities', run, which: 'delivered', group: group.values })}
      />
    </td>
  );
}
