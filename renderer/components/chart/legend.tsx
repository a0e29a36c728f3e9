import styles from './chart.module.css';
import type { Series } from './drawing.ts';
import { seriesColour } from './palette.ts';

interface LegendProps {
  readonly series: readonly Series[];
  readonly raised: string | null;
  readonly onRaise: (key: string | null) => void;
}

/** Says which colour is what; each of its buttons leaves its series alone in full colour, or all again. */
export function Legend({ series, raised, onRaise }: LegendProps) {
  return (
    <ul className={styles.legend} aria-label="Series; press one to see it alone">
      {series.map(({ key, label, colour }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.entry}
            aria-pressed={raised === key}
            onClick={() => onRaise(raised === key ? null : key)}
          >
            <span className={styles.swatch} style={{ background: seriesColour(colour) }} aria-hidden="true" />
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
