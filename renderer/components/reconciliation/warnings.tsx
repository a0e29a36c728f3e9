import { TriangleAlert } from 'lucide-react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import styles from './reconciliation.module.css';

/** What a run noticed without stopping at it: what was assumed of its files, and what its diagnostics warn of. */
export function Warnings({ run }: { readonly run: RunDetail }) {
  const { warnings = [] } = run.reconciliation;
  if (warnings.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="run-warnings">
      <h2 id="run-warnings">Warnings</h2>
      <ul className={styles.warnings}>
        {warnings.map((warning) => (
          <li key={warning}>
            <TriangleAlert size={14} aria-hidden />
            {warning}
          </li>
        ))}
      </ul>
    </section>
  );
}
