import { Button } from '@mantine/core';
import { CircleCheck, History, OctagonAlert } from 'lucide-react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { namesOf } from '../../components/reconciliation/names-of.ts';
import { formatCount } from '../../format/numbers.ts';
import { formatDay } from '../../format/times.ts';
import { useStepLink } from '../../router/use-route.ts';
import styles from './audience.module.css';

/** Beside the heading: whether the run balances, its sum, and which run it is. */
export function SealLine({ run }: { readonly run: RunDetail }) {
  const { entered, delivered, dropped } = run.reconciliation.outcome;
  const { without } = run;
  return (
    <p className={styles.sealLine}>
      {run.balanced ? (
        <span className={styles.good}>
          <CircleCheck size={14} aria-hidden /> Balanced:
        </span>
      ) : (
        <span className={styles.bad}>
          <OctagonAlert size={14} aria-hidden /> Not balanced:
        </span>
      )}{' '}
      {formatCount(entered)} entered, {formatCount(delivered)} delivered, {formatCount(dropped)} kept out. Run{' '}
      {run.run}, as of {formatDay(run.asOf)}
      {without.length > 0 ? `, made without ${namesOf(without)}` : ''}.
    </p>
  );
}

/** Where a run does not balance, and what that means for its lists. */
export function BrokenSeal({ run }: { readonly run: RunDetail }) {
  const link = useStepLink();
  return (
    <div className={styles.broken} role="alert">
      <OctagonAlert size={16} aria-hidden />
      <div className={styles.words}>
        <strong>The sums of this run do not agree, so these lists may be wrong.</strong>
        <ul>
          {run.imbalances.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <Button size="compact-xs" component="a" href={link('funnel', { run: String(run.run) })}>
        See the funnel
      </Button>
    </div>
  );
}

/** Says that the lists are of a run that is not the last. */
export function OtherRun({ run, onLast }: { readonly run: RunDetail; onLast(): void }) {
  return (
    <div className={styles.other} role="status">
      <History size={16} aria-hidden />
      <span className={styles.words}>
        These are the lists of run {run.run}, which is not the last. A row opens the story of the last run.
      </span>
      <Button size="compact-xs" onClick={onLast}>
        Show the last run
      </Button>
    </div>
  );
}
