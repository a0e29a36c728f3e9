import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { formatMany } from '../../format/numbers.ts';
import styles from './reconciliation.module.css';

/** More than these stand behind a button: the figures are what one comes for. */
const FIRST = 3;

/** What a run noticed without stopping at it: what was assumed of its files, and what its diagnostics warn of. */
export function Warnings({ run }: { readonly run: RunDetail }) {
  const { warnings = [] } = run.reconciliation;
  const [all, setAll] = useState(false);
  if (warnings.length === 0) return null;
  const shown = all ? warnings : warnings.slice(0, FIRST);
  return (
    <section className={styles.section} aria-labelledby="run-warnings">
      <h2 id="run-warnings">Warnings</h2>
      <ul className={styles.warnings}>
        {shown.map((warning) => (
          <li key={warning}>
            <TriangleAlert size={14} aria-hidden />
            {warning}
          </li>
        ))}
      </ul>
      {warnings.length > FIRST ? (
        <Button size="compact-xs" mt={6} w="fit-content" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${formatMany(warnings.length, 'warning')}`}
        </Button>
      ) : null}
    </section>
  );
}
