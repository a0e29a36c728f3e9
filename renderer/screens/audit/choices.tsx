import type { ReactNode } from 'react';
import styles from './choices.module.css';

interface ChoicesProps {
  /** What is chosen. */
  readonly title: string;
  readonly children: ReactNode;
}

/** Boxes to tick, or one of several, beside one another under their title. */
export function Choices({ title, children }: ChoicesProps) {
  return (
    <fieldset className={styles.choices}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
