import { type StatusCells, statusCounts } from './status-cells.ts';
import styles from './status-grid.module.css';
import { StatusSign } from './status-sign.tsx';
import { STATUS_WORDS } from './status-words.ts';

/** Says which sign is what, and how many cells have it. */
export function StatusLegend({ grid }: { readonly grid: StatusCells }) {
  return (
    <ul className={styles.legend} aria-label="Status">
      {statusCounts(grid).map(([status, cells]) => (
        <li key={status} className={styles.entry}>
          <span className={styles.swatch} data-status={status}>
            <StatusSign status={status} />
          </span>
          {STATUS_WORDS[status]} <span className={styles.count}>{cells}</span>
        </li>
      ))}
    </ul>
  );
}
