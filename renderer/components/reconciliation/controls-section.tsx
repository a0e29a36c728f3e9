import { Check, X } from 'lucide-react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import type { ViewOf } from '../../../electron/contract/views.ts';
import { sumsText } from './control-sums.ts';
import { FigureButton } from './figure-button.tsx';
import styles from './reconciliation.module.css';

interface ControlsSectionProps {
  readonly run: RunDetail;
  readonly onOpen: (title: string, of: ViewOf) => void;
}

const PROOFS = [
  ['missing', 'Neither delivered nor dropped'],
  ['duplicated', 'Delivered more than once'],
  ['contradictory', 'Delivered and dropped'],
] as const;

const NONE = ['None', 'Some'] as const;
const AGREES = ['Agrees', 'Does not agree'] as const;

/** The proof: counts of the written tables that have to be nought, and control sums that have to agree. */
export function ControlsSection({ run, onOpen }: ControlsSectionProps) {
  const { outcome, controls } = run.reconciliation;
  return (
    <section className={styles.section} aria-labelledby="funnel-proof">
      <h2 id="funnel-proof">Proof</h2>
      <ul>
        {PROOFS.map(([which, title]) => (
          <li key={which} className={styles.row}>
            <span className={styles.plainName}>{title}</span>
            <Verdict ok={outcome[which] === 0} words={NONE} />
            <span />
            <span />
            <FigureButton
              value={outcome[which]}
              label={title}
              onOpen={() => onOpen(title, { kind: 'entities', run: run.run, which })}
            />
          </li>
        ))}
        <li className={styles.row}>
          <span className={styles.plainName}>Delivered or dropped, but not of the population</span>
          <Verdict ok={outcome.unexplained === 0} words={NONE} />
          <span />
          <span />
          <FigureButton value={outcome.unexplained} label="Not of the population" />
        </li>
        {controls.map(({ control, left, right, ok }) => (
          <li key={control} className={styles.row}>
            <span className={styles.plainName}>
              {control}
              <span className={styles.about}>two independent sums</span>
            </span>
            <Verdict ok={ok} words={AGREES} />
            <span className={styles.sums}>{sumsText(left, right, ok)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface VerdictProps {
  readonly ok: boolean;
  readonly words: readonly [good: string, bad: string];
}

function Verdict({ ok, words: [good, bad] }: VerdictProps) {
  const Icon = ok ? Check : X;
  return (
    <span className={ok ? styles.ok : styles.notOk}>
      <Icon size={14} aria-hidden="true" /> {ok ? good : bad}
    </span>
  );
}
