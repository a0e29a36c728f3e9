import { VisuallyHidden } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { RunSummary } from '../../../electron/contract/runs.ts';
import styles from './cautions.module.css';

/** In a list of runs: that one is to be taken with care, and what it was made without. */
export function RunMarks({ run }: { readonly run: Pick<RunSummary, 'cautions' | 'without'> }) {
  const { cautions, without } = run;
  if (cautions.length + without.length === 0) return null;
  return (
    <span className={styles.marks}>
      {cautions.length > 0 ? (
        <span className={styles.mark} title={cautions.join(' ')}>
          <TriangleAlert size={12} aria-hidden /> Caution
          <VisuallyHidden>: {cautions.join(' ')}</VisuallyHidden>
        </span>
      ) : null}
      {without.map((source) => (
        <span key={source} className={styles.mark}>
          <TriangleAlert size={12} aria-hidden /> Without {source}
        </span>
      ))}
    </span>
  );
}
