import type { RunComparison } from '../../../electron/contract/runs.ts';
import type { ViewOf } from '../../../electron/contract/views.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { CautionNote } from '../../components/cautions/caution-note.tsx';
import { useRecordsBehind } from '../../components/use-records-behind.tsx';
import { formatDay } from '../../format/times.ts';
import { Causes } from './causes.tsx';
import { GroupsSideBySide } from './groups-side-by-side.tsx';
import { Movement } from './movement.tsx';
import { ReasonList } from './reason-list.tsx';
import styles from './runs.module.css';
import { StagesSideBySide } from './stages-side-by-side.tsx';

/** Two runs side by side: who came, who left, and why. */
export function Comparison({ from, to }: { readonly from: number; readonly to: number }) {
  const [drawer, open] = useRecordsBehind();
  const answer = useAnswer({
    key: ['runs.compare', from, to],
    topics: ['runs'],
    ask: (api, workspace, signal) => api.runs.compare({ workspace, from, to }, { signal }),
  });
  return (
    <section className={styles.comparison} aria-labelledby="comparison">
      <h2 id="comparison">
        From run {from} to run {to}
      </h2>
      <Answered query={answer}>{(comparison) => <Compared comparison={comparison} onOpen={open} />}</Answered>
      <StagesSideBySide from={from} to={to} onOpen={open} />
      <GroupsSideBySide from={from} to={to} onOpen={open} />
      {drawer}
    </section>
  );
}

interface ComparedProps {
  readonly comparison: RunComparison;
  readonly onOpen: (title: string, of: ViewOf) => void;
}

function Compared({ comparison, onOpen }: ComparedProps) {
  const { from, to, came, left, causes, leftBy, cameBy } = comparison;
  const open = (which: 'came' | 'left') => (title: string, reason: string) =>
    onOpen(title, { kind: 'difference', from: from.run, to: to.run, which, reason });
  return (
    <>
      <p className={styles.dim}>
        {from.asOf === to.asOf
          ? `Both look at the data as of ${formatDay(to.asOf)}.`
          : `Run ${from.run} looks at the data as of ${formatDay(from.asOf)}, run ${to.run} as of ${formatDay(to.asOf)}.`}
      </p>
      {[from, to].map((run) => (
        <CautionNote key={run.run} of={`Take run ${run.run} with care`} cautions={run.cautions} />
      ))}
      <Movement comparison={comparison} onOpen={onOpen} />
      <div className={styles.columns}>
        <Causes causes={causes} changed={came + left > 0} />
        <ReasonList
          title="Why those who left are out now"
          none="Nobody left."
          reasons={leftBy}
          onOpen={open('left')}
        />
        <ReasonList
          title="Why those who came were out before"
          none="Nobody came."
          reasons={cameBy}
          onOpen={open('came')}
        />
      </div>
    </>
  );
}
