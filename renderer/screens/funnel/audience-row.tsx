import { UnstyledButton } from '@mantine/core';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import type { RecipeInfo } from '../../../electron/contract/workspaces.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import shared from '../../components/reconciliation/reconciliation.module.css';
import { wordsOf } from '../../components/reconciliation/words-of.ts';
import { formatCount, formatShare } from '../../format/numbers.ts';
import { useStepLink } from '../../router/use-route.ts';
import styles from './funnel.module.css';

interface AudienceRowProps {
  readonly delivered: number;
  readonly entered: number;
  /** The run whose audience it is; null for a trial, which nobody can look at. */
  readonly run: number | null;
  /** The lists of which it is made. */
  readonly deliveries: RunDetail['deliveries'];
  /** Opens those of a group; without it the figure leads to the whole list. */
  readonly onOpen?: (() => void) | undefined;
}

/** The end of the funnel: how many are delivered, with the way to them. */
export function AudienceRow({ delivered, entered, run, deliveries, onOpen }: AudienceRowProps) {
  const { run: state, recipe } = useWorkspace();
  const link = useStepLink();
  const isLast = state.kind !== 'none' && state.run === run;
  const figure = formatCount(delivered);
  const ofRun = isLast ? {} : { run: String(run) };
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
          href={link('audience', ofRun)}
          aria-label={`Audience: ${figure}. Open it`}
        >
          {figure}
        </a>
      )}
      {run !== null && deliveries.length > 1 ? (
        <ul className={styles.lists} aria-label="Delivered in">
          {deliveries.map(({ output, rows }) => (
            <li key={output}>
              {titleOf(recipe, output)}{' '}
              <a
                className={shared.link}
                href={link('audience', { ...ofRun, list: output })}
                aria-label={`${titleOf(recipe, output)}: ${formatCount(rows)}. Open it`}
              >
                {formatCount(rows)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** What the recipe calls a list. */
function titleOf({ outputs }: RecipeInfo, name: string): string {
  return outputs.find((output) => output.name === name)?.title || wordsOf(name);
}
