import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { formatCount } from '../../format/numbers.ts';
import { namesOf } from './names-of.ts';
import styles from './reconciliation.module.css';

/** Whether a run balances: its sum when it does, where it does not when it does not. */
export function Seal({ run }: { readonly run: RunDetail }) {
  const { outcome, controls, sources, without = [] } = run.reconciliation;
  if (!run.balanced) {
    return (
      <div className={styles.seal} data-broken role="status">
        <OctagonAlert size={20} aria-hidden="true" />
        <div>
          <div className={styles.sealTitle}>Not balanced</div>
          {run.imbalances.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <LeftOut sources={without} />
        </div>
      </div>
    );
  }
  const read = sources.reduce((sum, source) => sum + source.read, 0);
  return (
    <div className={styles.seal} role="status">
      <CircleCheck size={20} aria-hidden="true" />
      <div>
        <div className={styles.sealTitle}>Balanced</div>
        <p>
          {formatCount(outcome.entered)} entered = {formatCount(outcome.delivered)} delivered +{' '}
          {formatCount(outcome.dropped)} dropped. Each of the {formatCount(read)} records read has one place.
          {controls.length > 0 &&
            ` ${controls.length === 1 ? 'The control agrees' : `All ${controls.length} controls agree`}.`}
        </p>
        <LeftOut sources={without} />
      </div>
    </div>
  );
}

/** What the user had the run do without: its sums hold, and yet they are not the whole. */
function LeftOut({ sources }: { readonly sources: readonly string[] }) {
  if (sources.length === 0) return null;
  return (
    <p className={styles.leftOut}>
      <TriangleAlert size={14} aria-hidden="true" /> Made without {namesOf(sources)}, as asked:{' '}
      {sources.length === 1 ? 'it counts' : 'they count'} as empty.
    </p>
  );
}
