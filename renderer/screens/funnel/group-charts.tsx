import { useWorkspace } from '../../api/workspace.tsx';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import { funnelStages } from '../../components/reconciliation/funnel-stages.ts';
import { measureOf } from '../../components/reconciliation/group-order.ts';
import type { Group } from '../../components/reconciliation/groups.ts';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { formatShare } from '../../format/numbers.ts';
import { Bar } from './bar.tsx';
import { GroupName } from './group-name.tsx';
import { entitiesOf } from './group-view.ts';
import styles from './groups.module.css';

interface GroupChartsProps {
  readonly run: number;
  readonly groups: readonly Group[];
  readonly chosen: Group | null;
  /** Entities that a whole bar stands for; null: those who entered the group. */
  readonly most: number | null;
  readonly onChoose: (group: Group) => void;
  readonly onOpen: OpenRecords;
}

/** A small funnel a group. */
export function GroupCharts({ groups, ...rest }: GroupChartsProps) {
  return (
    <ul className={styles.charts}>
      {groups.map((group) => (
        <Chart key={group.id} group={group} {...rest} />
      ))}
    </ul>
  );
}

interface ChartProps extends Omit<GroupChartsProps, 'groups'> {
  readonly group: Group;
}

function Chart({ run, group, chosen, most, onChoose, onOpen }: ChartProps) {
  const { recipe } = useWorkspace();
  const { entered, delivered } = group.outcome;
  const whole = most ?? entered;
  const share = (count: number) => (whole === 0 ? 0 : count / whole);
  return (
    <li className={styles.chart} data-chosen={chosen?.id === group.id || undefined}>
      <h3>
        <GroupName group={group} chosen={chosen} onChoose={onChoose} />
      </h3>
      <ul className={styles.bars} aria-label={`Stages of ${group.name}`}>
        <li>
          <span>Entered</span>
          <Bar kept={share(entered)} lost={0} />
          <FigureButton
            value={entered}
            label={`${group.name}: entered`}
            onOpen={() => onOpen(`Entered: ${group.name}`, entitiesOf(run, group, 'entered'))}
          />
        </li>
        {funnelStages(recipe, group)
          .filter(({ dropsNobody }) => !dropsNobody)
          .map(({ stage, title, dropped, out }) => (
            <li key={stage}>
              <span>{title}</span>
              <Bar kept={share(out)} lost={share(dropped)} />
              <FigureButton
                value={dropped}
                sign="−"
                label={`${group.name}: ${title}: dropped`}
                onOpen={() =>
                  onOpen(`Dropped: ${title}, ${group.name}`, entitiesOf(run, group, 'dropped', { stage }))
                }
              />
            </li>
          ))}
        <li className={styles.end}>
          <span>Delivered</span>
          <span className={styles.dim}>
            {entered > 0 && formatShare(measureOf(group, { kind: 'share' }))}
          </span>
          <FigureButton
            strong
            value={delivered}
            label={`${group.name}: delivered`}
            onOpen={() => onOpen(`Delivered: ${group.name}`, entitiesOf(run, group, 'delivered'))}
          />
        </li>
      </ul>
    </li>
  );
}
