import type { RunDetail } from '../../../electron/contract/runs.ts';
import type { ViewOf } from '../../../electron/contract/views.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import { useRunDetail } from '../../components/reconciliation/use-run-detail.ts';
import { changeText } from './change-text.ts';
import { mergeStages, type StagePair } from './merge-stages.ts';
import styles from './runs.module.css';

interface StagesProps {
  readonly from: number;
  readonly to: number;
  readonly onOpen: (title: string, of: ViewOf) => void;
}

/** The funnels of two runs, stage by stage. */
export function StagesSideBySide({ from, to, onOpen }: StagesProps) {
  const [before, now] = [useRunDetail(from), useRunDetail(to)];
  return (
    <section className={styles.causes} aria-labelledby="stages">
      <h3 id="stages">Stage by stage</h3>
      <Answered query={before}>
        {(earlier) => (
          <Answered query={now}>{(later) => <Table before={earlier} now={later} onOpen={onOpen} />}</Answered>
        )}
      </Answered>
    </section>
  );
}

interface TableProps {
  readonly before: RunDetail;
  readonly now: RunDetail;
  readonly onOpen: StagesProps['onOpen'];
}

function Table({ before, now, onOpen }: TableProps) {
  const { recipe } = useWorkspace();
  const stages = mergeStages(recipe, before.reconciliation, now.reconciliation);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.list} tabIndex={0} aria-label="Stages of both runs">
      <table className={styles.table}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              Stage
            </th>
            <th colSpan={3} scope="colgroup" className={styles.group}>
              Run {before.run}
            </th>
            <th colSpan={3} scope="colgroup" className={styles.group}>
              Run {now.run}
            </th>
            <th rowSpan={2} scope="col" className={styles.number}>
              Dropped, change
            </th>
          </tr>
          <tr>
            {[before.run, now.run].flatMap((run) =>
              ['In', 'Dropped', 'Out'].map((name) => (
                <th key={`${run} ${name}`} scope="col" className={styles.number}>
                  {name}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.stage}>
              <th scope="row">{stage.title}</th>
              <Cells run={before.run} stage={stage} figures={stage.before} onOpen={onOpen} />
              <Cells run={now.run} stage={stage} figures={stage.now} onOpen={onOpen} />
              <td className={styles.number}>{changeOf(stage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellsProps {
  readonly run: number;
  readonly stage: StagePair;
  readonly figures: StagePair['before'];
  readonly onOpen: StagesProps['onOpen'];
}

function Cells({ run, stage, figures, onOpen }: CellsProps) {
  if (!figures)
    return (
      <td colSpan={3} className={styles.absent}>
        Not in this run
      </td>
    );
  return (['in', 'dropped', 'out'] as const).map((which) => {
    const title = `${stage.title}, run ${run}: ${which}`;
    return (
      <td key={which} className={styles.number}>
        <FigureButton
          value={figures[which]}
          label={title}
          onOpen={() => onOpen(title, { kind: 'entities', run, which, stage: stage.stage })}
        />
      </td>
    );
  });
}

function changeOf({ before, now }: StagePair): string {
  if (!before || !now) return '–';
  return changeText(now.dropped - before.dropped);
}
