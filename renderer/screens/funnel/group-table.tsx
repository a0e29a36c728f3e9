import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { StageFigures } from '../../../electron/contract/reconciliation.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import { type FunnelStage, funnelStages } from '../../components/reconciliation/funnel-stages.ts';
import { type GroupMeasure, isSameMeasure, measureOf } from '../../components/reconciliation/group-order.ts';
import type { Group } from '../../components/reconciliation/groups.ts';
import { wordsOf } from '../../components/reconciliation/words-of.ts';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { walkFigures } from '../../components/walk-figures.ts';
import { formatShare } from '../../format/numbers.ts';
import { GroupName } from './group-name.tsx';
import { entitiesOf } from './group-view.ts';
import styles from './groups.module.css';
import type { GroupList } from './use-group-list.ts';

interface GroupTableProps {
  readonly run: number;
  readonly groups: readonly Group[];
  readonly chosen: Group | null;
  readonly word: string;
  readonly stages: readonly StageFigures[];
  readonly list: GroupList;
  readonly onChoose: (group: Group) => void;
  readonly onOpen: OpenRecords;
}

/** The groups, one a line: who entered, whom each stage drops, who is delivered. Headings sort, arrow keys walk the figures. */
export function GroupTable({ run, groups, chosen, word, stages, list, onChoose, onOpen }: GroupTableProps) {
  const { recipe } = useWorkspace();
  const dropping = funnelStages(recipe, { stages }).filter(({ dropsNobody }) => !dropsNobody);
  const heading = (title: string, by: GroupMeasure) => <Heading title={title} by={by} list={list} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={`Figures by ${word}`}>
      <table className={styles.table} onKeyDown={walkFigures}>
        <thead>
          <tr>
            {heading(wordsOf(word), { kind: 'name' })}
            {heading('Entered', { kind: 'entered' })}
            {dropping.map(({ stage, title }) => (
              <Heading key={stage} title={title} by={{ kind: 'stage', stage }} list={list} isDropped />
            ))}
            {heading('Delivered', { kind: 'delivered' })}
            {heading('Share', { kind: 'share' })}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id} data-chosen={chosen?.id === group.id || undefined}>
              <th scope="row">
                <GroupName group={group} chosen={chosen} onChoose={onChoose} />
              </th>
              <td>
                <FigureButton
                  value={group.outcome.entered}
                  label={`${group.name}: entered`}
                  onOpen={() => onOpen(`Entered: ${group.name}`, entitiesOf(run, group, 'entered'))}
                />
              </td>
              {dropping.map((stage) => (
                <Dropped key={stage.stage} run={run} group={group} stage={stage} onOpen={onOpen} />
              ))}
              <td>
                <FigureButton
                  strong
                  value={group.outcome.delivered}
                  label={`${group.name}: delivered`}
                  onOpen={() => onOpen(`Delivered: ${group.name}`, entitiesOf(run, group, 'delivered'))}
                />
              </td>
              <td>{formatShare(measureOf(group, { kind: 'share' }))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DroppedProps {
  readonly run: number;
  readonly group: Group;
  readonly stage: FunnelStage;
  readonly onOpen: OpenRecords;
}

function Dropped({ run, group, stage: { stage, title }, onOpen }: DroppedProps) {
  return (
    <td>
      <FigureButton
        value={measureOf(group, { kind: 'stage', stage })}
        sign="−"
        label={`${group.name}: ${title}: dropped`}
        onOpen={() =>
          onOpen(`Dropped: ${title}, ${group.name}`, entitiesOf(run, group, 'dropped', { stage }))
        }
      />
    </td>
  );
}

interface HeadingProps {
  readonly title: string;
  readonly by: GroupMeasure;
  readonly list: GroupList;
  /** Whether its figures are of those whom a stage drops. */
  readonly isDropped?: boolean;
}

/** A heading that sorts. */
function Heading({ title, by, list: { order, sortBy }, isDropped = false }: HeadingProps) {
  const isSorted = isSameMeasure(order.by, by);
  const Arrow = order.descending ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={isSorted ? (order.descending ? 'descending' : 'ascending') : undefined}>
      <UnstyledButton className={styles.sort} onClick={() => sortBy(by)}>
        {isDropped ? <VisuallyHidden>Dropped: </VisuallyHidden> : null}
        {title}
        {isSorted ? <Arrow size={12} aria-hidden="true" /> : null}
      </UnstyledButton>
    </th>
  );
}
