import { Button } from '@mantine/core';
import { OctagonAlert } from 'lucide-react';
import { asProblem } from '../api/problem.ts';
import styles from './notes.module.css';

/** What went wrong and what to do, in the place of what was asked for. */
export function ErrorNote(props: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { message, nextStep } = asProblem(props.error);
  return (
    <div className={styles.note} role="alert">
      <OctagonAlert className={styles.bad} size={18} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.what}>{message}</p>
        <p>{nextStep}</p>
        {props.onRetry ? <Button onClick={props.onRetry}>Try again</Button> : null}
      </div>
    </div>
  );
}
