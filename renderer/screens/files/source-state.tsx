import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { SourceState } from '../../../electron/contract/files.ts';
import styles from './files.module.css';

const STATES: Readonly<
  Record<SourceState['state'], { readonly words: string; readonly Icon: LucideIcon; readonly tone: string }>
> = {
  missing: { words: 'Not yet', Icon: CircleAlert, tone: 'warn' },
  optional: { words: 'Not needed', Icon: CircleDashed, tone: 'dim' },
  ready: { words: 'Ready', Icon: CircleCheck, tone: 'good' },
  'ready with rejects': { words: 'Ready, with rejects', Icon: TriangleAlert, tone: 'warn' },
};

const LEFT_OUT = { words: 'To be left out', Icon: CircleDashed, tone: 'warn' };

/** How a source is: a sign and a word. */
export function SourceStateMark({
  state,
  loading,
  leftOut,
}: {
  readonly state: SourceState['state'];
  readonly loading: boolean;
  /** Whether the next run is to do without it. */
  readonly leftOut: boolean;
}) {
  const { words, Icon, tone } = leftOut ? LEFT_OUT : STATES[state];
  if (loading) {
    return (
      <span className={styles.state} data-tone="dim">
        <CircleDashed size={14} aria-hidden />
        Loading
      </span>
    );
  }
  return (
    <span className={styles.state} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {words}
    </span>
  );
}
