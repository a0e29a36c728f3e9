import {
  CalendarDays,
  FileText,
  type LucideIcon,
  PencilLine,
  ScrollText,
  SlidersHorizontal,
} from 'lucide-react';
import type { RunCause } from '../../../electron/contract/runs.ts';
import styles from './runs.module.css';

const KINDS: Readonly<Record<RunCause['kind'], { readonly name: string; readonly icon: LucideIcon }>> = {
  data: { name: 'Files', icon: FileText },
  corrections: { name: 'Corrections', icon: PencilLine },
  rules: { name: 'Recipe', icon: ScrollText },
  parameters: { name: 'Parameters', icon: SlidersHorizontal },
  time: { name: 'Time', icon: CalendarDays },
};

interface CausesProps {
  readonly causes: readonly RunCause[];
  /** Whether anybody came or left. */
  readonly changed: boolean;
}

/** What the two runs were made with differently. */
export function Causes({ causes, changed }: CausesProps) {
  return (
    <section className={styles.causes} aria-labelledby="causes">
      <h3 id="causes">What was made differently</h3>
      {causes.length === 0 ? (
        <p className={styles.dim}>
          Nothing: the files, corrections, recipe, parameters and day are the same
          {changed ? ', and yet the outcome is not. Run once more and compare.' : ', and so is the outcome.'}
        </p>
      ) : (
        <ul className={styles.causeList}>
          {causes.map(({ kind, sentence }) => {
            const { name, icon: Icon } = KINDS[kind];
            return (
              <li key={`${kind} ${sentence}`}>
                <Icon size={14} aria-hidden="true" />
                <span>
                  <b>{name}.</b> {sentence}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
