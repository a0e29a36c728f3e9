import { CircleCheck, OctagonAlert } from 'lucide-react';
import type { AuditOutcome } from '../../../electron/contract/audits.ts';
import styles from '../../components/reconciliation/reconciliation.module.css';
import { outcomeSentences } from './outcome-sentences.ts';

/** Whether a pipeline balances: what became of the keys that entered. */
export function AuditSeal({ outcome }: { readonly outcome: AuditOutcome }) {
  const Icon = outcome.balanced ? CircleCheck : OctagonAlert;
  return (
    <div className={styles.seal} data-broken={!outcome.balanced || undefined} role="status">
      <Icon size={20} aria-hidden="true" />
      <div>
        <div className={styles.sealTitle}>{outcome.balanced ? 'Balanced' : 'Does not balance'}</div>
        {outcomeSentences(outcome).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}
