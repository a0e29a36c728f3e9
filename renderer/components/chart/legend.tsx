import styles from './chart.module.css';
import { lineDash } from './line-dashes.ts';
import { seriesColour } from './palette.ts';
import type { Series } from './series.ts';

interface LegendProps {
  readonly series: readonly Series[];
  /** Whether all of them are lines. */
  readonly isLines: boolean;
  /** What fills a series' swatch, where that is not its colour. */
  readonly fillOf?: ((series: Series) => string) | undefined;
  readonly raised: string | null;
  readonly onRaise: (key: string | null) => void;
}

/** Says which look is what; each of its buttons leaves its series alone in full colour, or all again. */
export function Legend({ series, isLines, fillOf, raised, onRaise }: LegendProps) {
  return (
    <ul className={styles.legend} aria-label="Series; press one to see it alone">
      {series.map((each) => (
        <li key={each.key}>
          <button
            type="button"
            className={styles.entry}
            aria-pressed={raised === each.key}
            onClick={() => onRaise(raised === each.key ? null : each.key)}
          >
            {isLines || each.isLine ? (
              <svg className={styles.lineSwatch} viewBox="0 0 24 12" aria-hidden="true">
                <path
                  d="M0,6 h24"
                  strokeDasharray={lineDash(each)}
                  style={{ stroke: seriesColour(each.colour) }}
                />
                <circle cx={12} cy={6} r={3} style={{ fill: seriesColour(each.colour) }} />
              </svg>
            ) : (
              <svg className={styles.swatch} viewBox="0 0 12 12" aria-hidden="true">
                <rect
                  width={12}
                  height={12}
                  rx={3}
                  style={{ fill: fillOf?.(each) ?? seriesColour(each.colour) }}
                />
              </svg>
            )}
            {each.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
