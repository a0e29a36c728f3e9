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

/** How a source is: a sign and a word. */
export function SourceStateMark({
  state,
  loading,
}: {
  readonly state: SourceState['state'];
  readonly loading: boolean;
}) {
  const { words, Icon, tone } = STATES[state];
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
