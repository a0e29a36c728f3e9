import { UnstyledButton } from '@mantine/core';
import { useWorkspace } from '../../api/workspace.tsx';
import shared from '../../components/reconciliation/reconciliation.module.css';
import { formatCount, formatShare } from '../../format/numbers.ts';
import { useStepLink } from '../../router/use-route.ts';
import styles from './funnel.module.css';

interface AudienceRowProps {
  readonly delivered: number;
  readonly entered: number;
  /** The run whose audience it is; null for a trial, which nobody can look at. */
  readonly run: number | null;
  /** Opens those of a group; without it the figure leads to the whole list. */
  readonly onOpen?: (() => void) | undefined;
}

/** The end of the funnel: how many are delivered, with the way to them. */
export function AudienceRow({ delivered, entered, run, onOpen }: AudienceRowProps) {
  const { run: state } = useWorkspace();
  const link = useStepLink();
  const isLast = state.kind !== 'none' && state.run === run;
  const figure = formatCount(delivered);
  return (
    <li className={styles.audience}>
      <span className={styles.name}>Audience</span>
      <span className={styles.dim}>
        {entered > 0 && `${formatShare(delivered / entered)} of the population`}
      </span>
      {run === null || (onOpen && delivered === 0) ? (
        <span className={styles.total}>{figure}</span>
      ) : onOpen ? (
        <UnstyledButton
          className={`${styles.total} ${shared.link}`}
          onClick={onOpen}
          aria-label={`Audience: ${figure}. Open them`}
        >
          {figure}
        </UnstyledButton>
      ) : (
        <a
          className={`${styles.total} ${shared.link}`}
          href={link('audience', isLast ? {} : { run: String(run) })}
          aria-label={`Audience: ${figure}. Open it`}
        >
          {figure}
        </a>
      )}
    </li>
  );
}
