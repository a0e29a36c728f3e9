import styles from './funnel.module.css';

interface BarProps {
  /** Shares of the whole bar, 0 to 1; what is lost follows what is kept. */
  readonly kept: number;
  readonly lost: number;
  /** Where the bar would end otherwise. */
  readonly ghost?: number | undefined;
}

/** A bar of what is kept and what is lost; the figures beside it say the same. */
export function Bar({ kept, lost, ghost }: BarProps) {
  return (
    <div className={styles.bar} aria-hidden="true">
      <div className={styles.kept} style={{ inlineSize: percent(kept) }} />
      {lost > 0 && (
        <div className={styles.lost} style={{ insetInlineStart: percent(kept), inlineSize: percent(lost) }} />
      )}
      {ghost !== undefined && <div className={styles.ghost} style={{ insetInlineStart: percent(ghost) }} />}
    </div>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
