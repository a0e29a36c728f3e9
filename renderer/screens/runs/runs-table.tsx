import { Radio, VisuallyHidden } from '@mantine/core';
import { CircleCheck, OctagonAlert } from 'lucide-react';
import type { RunSummary } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { RunMarks } from '../../components/cautions/run-marks.tsx';
import { PublishedBadge } from '../../components/publishing/published-badge.tsx';
import { formatCount } from '../../format/numbers.ts';
import { formatDay, formatInstant } from '../../format/times.ts';
import { useStepLink } from '../../router/use-route.ts';
import { changeText } from './change-text.ts';
import type { Pair } from './chosen-pair.ts';
import styles from './runs.module.css';

interface RunsTableProps {
  /** The latest first. */
  readonly runs: readonly RunSummary[];
  readonly pair: Pair | null;
  readonly onChoose: (from: number, to: number) => void;
}

/** All runs, a line each; two of them are chosen for the comparison below. */
export function RunsTable({ runs, pair, onChoose }: RunsTableProps) {
  const { recipe } = useWorkspace();
  const most = Math.max(1, ...runs.map(({ delivered }) => delivered));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.list} aria-label="All runs" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {pair ? (
              <>
                <th scope="col" className={styles.choice}>
                  Before
                </th>
                <th scope="col" className={styles.choice}>
                  Now
                </th>
              </>
            ) : null}
            <th scope="col">Run</th>
            <th scope="col">Made</th>
            <th scope="col">As of</th>
            {recipe.publishes ? <th scope="col">Published</th> : null}
            <th scope="col" className={styles.number}>
              Read
            </th>
            <th scope="col" className={styles.number}>
              Rejected
            </th>
            <th scope="col" className={styles.number}>
              Entered
            </th>
            <th scope="col" className={styles.number}>
              Delivered
            </th>
            <th scope="col">
              <VisuallyHidden>Delivered, as a bar</VisuallyHidden>
            </th>
            <th scope="col" className={styles.number}>
              Corrections
            </th>
            <th scope="col">Balance</th>
            <th scope="col">Parameters</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run, index) => (
            <RunRow
              key={run.run}
              run={run}
              before={runs[index + 1]}
              share={run.delivered / most}
              pair={pair}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RunRowProps {
  readonly run: RunSummary;
  /** The run made before it. */
  readonly before: RunSummary | undefined;
  /** What it delivers, as a share of the most that any delivers. */
  readonly share: number;
  readonly pair: Pair | null;
  readonly onChoose: (from: number, to: number) => void;
}

function RunRow({ run, before, share, pair, onChoose }: RunRowProps) {
  const { recipe } = useWorkspace();
  const link = useStepLink();
  const chosen = pair !== null && (pair.from === run.run || pair.to === run.run);
  return (
    <tr data-chosen={chosen || undefined}>
      {pair ? (
        <>
          <td className={styles.choice}>
            <Radio
              name="run-before"
              aria-label={`Run ${run.run} as the run before`}
              checked={pair.from === run.run}
              // The same run twice is no comparison: the two change places.
              onChange={() => onChoose(run.run, pair.to === run.run ? pair.from : pair.to)}
            />
          </td>
          <td className={styles.choice}>
            <Radio
              name="run-now"
              aria-label={`Run ${run.run} as the run now`}
              checked={pair.to === run.run}
              onChange={() => onChoose(pair.from === run.run ? pair.to : pair.from, run.run)}
            />
          </td>
        </>
      ) : null}
      <th scope="row" className={styles.short}>
        <a href={link('runs', { run: String(run.run) })} className={styles.link}>
          Run {run.run}
        </a>
        <RunMarks run={run} />
      </th>
      <td className={styles.short}>{formatInstant(run.madeAt)}</td>
      <td className={styles.short}>{formatDay(run.asOf)}</td>
      {recipe.publishes ? (
        <td className={styles.short}>
          {run.publishedAt === null ? (
            <span className={styles.dim}>No</span>
          ) : (
            <PublishedBadge run={run} headed />
          )}
        </td>
      ) : null}
      <td className={styles.number}>{formatCount(run.read)}</td>
      <td className={styles.number}>{formatCount(run.rejected)}</td>
      <td className={styles.number}>{formatCount(run.entered)}</td>
      <td className={styles.number}>
        <b>{formatCount(run.delivered)}</b>
        {before ? (
          <span className={styles.change}>{changeText(run.delivered - before.delivered)}</span>
        ) : null}
      </td>
      <td>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${share * 100}%` }} />
        </span>
      </td>
      <td className={styles.number}>{formatCount(run.corrections)}</td>
      <td className={styles.short}>
        {run.balanced ? (
          <span className={styles.good} title="Balanced">
            <CircleCheck size={14} aria-hidden="true" />
            <VisuallyHidden>Balanced</VisuallyHidden>
          </span>
        ) : (
          <span className={styles.bad}>
            <OctagonAlert size={14} aria-hidden="true" /> Not balanced
          </span>
        )}
      </td>
      <td className={styles.params}>
        {Object.entries(run.params).map(([name, value]) => (
          <span key={name}>
            {name} {String(value)}
          </span>
        ))}
      </td>
    </tr>
  );
}
