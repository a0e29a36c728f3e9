import { memo } from 'react';
import { cellWords, type StatusCell } from './status-cells.ts';
import styles from './status-grid.module.css';
import { StatusSign } from './status-sign.tsx';

/** What the cells of a status grid do; the same object while they are drawn. */
export interface StatusActs {
  onPoint(cell: StatusCell, element: Element): void;
  onLeave(): void;
  onKey(cell: StatusCell, key: string): boolean;
  onOpen(cell: StatusCell): void;
}

interface StatusMarkProps {
  readonly cell: StatusCell;
  /** Whether Tab comes to it. */
  readonly isCurrent: boolean;
  readonly opens: boolean;
  readonly acts: StatusActs;
}

/** What stands in a cell: a button where records are behind it. Tab comes to one cell of a grid, the arrows to the rest. */
export const StatusMark = memo(function StatusMark({ cell, isCurrent, opens, acts }: StatusMarkProps) {
  const shared = {
    className: styles.mark,
    'data-cell': `${cell.row} ${cell.column}`,
    'data-status': cell.status,
    'aria-label': opens ? `${cellWords(cell)}. Open the records` : cellWords(cell),
    tabIndex: isCurrent ? 0 : -1,
    onMouseEnter: ({ currentTarget }: { readonly currentTarget: Element }) =>
      acts.onPoint(cell, currentTarget),
    onMouseLeave: acts.onLeave,
    onFocus: ({ currentTarget }: { readonly currentTarget: Element }) => acts.onPoint(cell, currentTarget),
    onBlur: acts.onLeave,
    onKeyDown: (event: { readonly key: string; preventDefault(): void }) => {
      if (acts.onKey(cell, event.key)) event.preventDefault();
    },
  };
  const inside = (
    <>
      <StatusSign status={cell.status} />
      <span className={styles.value}>{cell.value}</span>
    </>
  );
  if (!opens) {
    return (
      <div role="img" {...shared}>
        {inside}
      </div>
    );
  }
  return (
    <button type="button" {...shared} onClick={() => acts.onOpen(cell)}>
      {inside}
    </button>
  );
});
