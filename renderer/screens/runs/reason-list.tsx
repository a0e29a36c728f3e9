import { useId } from 'react';
import type { RunComparison } from '../../../electron/contract/runs.ts';
import { formatCount } from '../../format/numbers.ts';
import styles from './runs.module.css';

interface ReasonListProps {
  readonly title: string;
  readonly none: string;
  readonly reasons: RunComparison['leftBy'];
  /** Opens those whom the other run drops for a reason. */
  readonly onOpen: (title: string, reason: string) => void;
}

/** Reasons with how many each stands for, most first. */
export function ReasonList({ title, none, reasons, onOpen }: ReasonListProps) {
  const id = useId();
  const most = Math.max(1, ...reasons.map(({ entities }) => entities));
  return (
    <section className={styles.causes} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {reasons.length === 0 ? (
        <p className={styles.dim}>{none}</p>
      ) : (
        <ul className={styles.reasons}>
          {reasons.map(({ reason, title: name, entities }) => (
            <li key={`${reason} ${name}`}>
              <span>{name}</span>
              {reason === null ? (
                <span className={styles.number}>{formatCount(entities)}</span>
              ) : (
                <button
                  type="button"
                  className={`${styles.number} ${styles.opens}`}
                  onClick={() => onOpen(`${title}: ${name}`, reason)}
                  aria-label={`${name}: ${formatCount(entities)}. Open them`}
                >
                  {formatCount(entities)}
                </button>
              )}
              <span className={styles.bar} aria-hidden="true">
                <span style={{ inlineSize: `${(entities / most) * 100}%` }} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
