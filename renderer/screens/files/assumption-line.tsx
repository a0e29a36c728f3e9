import { Button } from '@mantine/core';
import { Check, CircleHelp, Lightbulb, UserCheck } from 'lucide-react';
import { useState } from 'react';
import type { Assumption, Reading } from '../../../electron/contract/files.ts';
import styles from './files.module.css';

const SIGNS = { told: Check, assumed: CircleHelp, proposed: Lightbulb, decided: UserCheck } as const;
const WORDS = {
  told: 'told by the file',
  assumed: 'assumed',
  proposed: 'proposed',
  decided: 'decided by you',
} as const;

/** What the import took for granted: the sentence, the lines that show it, and the other ways as buttons. */
export function AssumptionLine(props: {
  readonly assumption: Assumption;
  readonly busy: boolean;
  /** Whether the original is still there to be read anew. */
  readonly there: boolean;
  onRead(reading: Reading): void;
}) {
  const { assumption, busy, there, onRead } = props;
  const { certainty, sentence, proof, alternatives } = assumption;
  const [opened, setOpened] = useState(certainty === 'proposed');
  const Icon = SIGNS[certainty];
  return (
    <div className={styles.assumption} data-certainty={certainty}>
      <Icon size={14} aria-hidden className={styles.sign} />
      <div className={styles.words}>
        <p>
          {sentence} <span className={styles.dim}>({WORDS[certainty]})</span>{' '}
          {proof.length > 0 ? (
            <button
              type="button"
              className={styles.plain}
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
            >
              {opened ? 'Hide the lines' : 'Show the lines'}
            </button>
          ) : null}
        </p>
        {opened && proof.length > 0 ? (
          <table className={styles.proof}>
            <tbody>
              {proof.map(({ line, text, shows }) => (
                <tr key={line}>
                  <th scope="row">line {line}</th>
                  <td>{text}</td>
                  {shows === undefined ? null : <td className={styles.dim}>{shows}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {alternatives.length > 0 ? (
          <div className={styles.deeds}>
            {alternatives.map(({ label, reading }) => (
              <Button
                key={label}
                size="compact-xs"
                classNames={{ root: styles.choice ?? '', label: styles.choiceWords ?? '' }}
                disabled={busy || !there}
                onClick={() => onRead(reading)}
              >
                {label}
              </Button>
            ))}
            {there ? null : (
              <span className={styles.dim}>
                The original is no longer there: add the file again to read it anew.
              </span>
            )}
          </div>
        ) : null}
      </div>
    </div>
  );
}
