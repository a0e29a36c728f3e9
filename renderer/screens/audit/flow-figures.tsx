import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { AuditStage } from '../../../electron/contract/audits.ts';
import shared from '../../components/reconciliation/reconciliation.module.css';
import { formatCount, formatMany } from '../../format/numbers.ts';
import bar from './flow-bar.module.css';
import { type FlowPart, PART_WORDS, type StageWhich } from './flow-parts.ts';
import styles from './result.module.css';

interface FlowFiguresProps {
  readonly stage: AuditStage;
  readonly parts: readonly FlowPart[];
  readonly isFirst: boolean;
  readonly onOpen: (title: string, which: StageWhich) => void;
}

/** The figures of a stage's parts, with the swatch that the bar has; each opens its records. */
export function FlowFigures({ stage, parts, isFirst, onOpen }: FlowFiguresProps) {
  // All keys of the first extract are its keys: the figure stands at the right.
  const shown = parts.filter(({ kind, count }) => count > 0 && !(isFirst && kind === 'kept'));
  if (shown.length === 0) return null;
  return (
    <ul className={styles.figures} aria-label={`Figures of ${stage.stage}`}>
      {shown.map(({ kind, count, which }) => {
        const { name, sign } = PART_WORDS[kind];
        return (
          <li key={kind}>
            <span className={bar.swatch} data-part={kind} aria-hidden="true" />
            <UnstyledButton
              className={shared.link}
              onClick={() =>
                onOpen(`${stage.stage}: ${kind === 'extra' ? 'keys with several rows' : name}`, which)
              }
            >
              <b>
                {sign}
                {formatCount(count)}
              </b>{' '}
              {count === 1 && kind === 'extra' ? 'extra row' : name}
              <VisuallyHidden>, {stage.stage}</VisuallyHidden>
            </UnstyledButton>
            {kind === 'extra' ? ` of ${formatMany(stage.duplicated_keys, 'key')}` : null}
          </li>
        );
      })}
    </ul>
  );
}
