import styles from './flow-bar.module.css';
import { type FlowPart, PART_KINDS, PART_WORDS } from './flow-parts.ts';

/** A stage's bar, each part in its own colour and pattern; the figures below it say the same. */
export function FlowBar({ parts, scale }: { readonly parts: readonly FlowPart[]; readonly scale: number }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      {parts
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <span
            key={kind}
            className={styles.part}
            data-part={kind}
            style={{ inlineSize: `${((count / scale) * 100).toFixed(3)}%` }}
          />
        ))}
    </div>
  );
}

/** What the colours and patterns stand for. */
export function FlowLegend() {
  return (
    <ul className={styles.legend} aria-label="Parts of the bars">
      {PART_KINDS.map((kind) => (
        <li key={kind} title={PART_WORDS[kind].about}>
          <span className={styles.swatch} data-part={kind} aria-hidden="true" />
          {PART_WORDS[kind].name}
        </li>
      ))}
    </ul>
  );
}
