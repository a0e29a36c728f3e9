import { OctagonAlert } from 'lucide-react';
import styles from './setup.module.css';
import type { SetupProblem } from './setup-problems.ts';

/** What stands in the way of the audit, each with what to do. */
export function ProblemList({ problems }: { readonly problems: readonly SetupProblem[] }) {
  return (
    <div className={styles.problems} role="alert">
      <OctagonAlert size={18} aria-hidden />
      <ul>
        {problems.map(({ message, nextStep }) => (
          <li key={message}>
            <b>{message}</b> {nextStep}
          </li>
        ))}
      </ul>
    </div>
  );
}
