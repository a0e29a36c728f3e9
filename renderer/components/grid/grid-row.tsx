import { TriangleAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { ViewColumn, ViewRow } from '../../../electron/contract/views.ts';
import { cellText, isFigure } from './cell-text.ts';
import styles from './grid.module.css';
import type { ShownColumn } from './use-columns.ts';

/** Draws a cell in another way; undefined: in the usual one. */
export type DrawCell = (column: ViewColumn, text: string | null, row: ViewRow) => ReactNode | undefined;

/** The columns that are drawn: all pinned ones, and those of the others that are seen. */
export interface DrawnColumns {
  readonly pinned: readonly ShownColumn[];
  readonly seen: readonly ShownColumn[];
  /** Width of what is left out before and after, in pixels. */
  readonly before: number;
  readonly after: number;
  readonly gutter: number;
}

interface GridRowProps {
  readonly grid: string;
  readonly index: number;
  readonly row: ViewRow | undefined;
  readonly columns: DrawnColumns;
  /** Places on screen by column id. */
  readonly places: ReadonlyMap<string, number>;
  readonly masked: ReadonlySet<string>;
  /** The active cell's place, when it is in this row. */
  readonly active: number | null;
  /** First and last selected place, when some of this row is selected. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  /** Whether the row's record is open. */
  readonly open: boolean;
  readonly draw: DrawCell | undefined;
}

/** One row of a grid; drawn again only when something of it changes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { grid, index, row, columns, places, masked, active, selectedFrom, selectedTo, open, draw } = props;
  const cell = (shown: ShownColumn) => {
    const place = places.get(shown.id) ?? 0;
    const selected = place >= selectedFrom && place <= selectedTo;
    const faulty = row?.faulty?.includes(shown.place) ?? false;
    return (
      <div
        key={shown.id}
        role="gridcell"
        id={cellId(grid, index, place)}
        aria-colindex={place + 1}
        aria-selected={selected || active === place || undefined}
        data-row={index}
        data-column={place}
        data-active={active === place || undefined}
        data-selected={selected || undefined}
        data-faulty={faulty || undefined}
        data-figure={isFigure(shown.column) || undefined}
        data-pinned={shown.pinned || undefined}
        className={styles.cell}
        style={{ width: shown.width, left: shown.pinned ? columns.gutter + shown.left : undefined }}
      >
        {row ? content(shown, row, masked.has(shown.id), faulty, draw) : <span className={styles.blank} />}
      </div>
    );
  };
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.row} data-open={open || undefined}>
      <div role="presentation" className={styles.gutter} style={{ width: columns.gutter }} data-row={index}>
        {index + 1}
      </div>
      {columns.pinned.map(cell)}
      <div role="presentation" style={{ width: columns.before, flex: 'none' }} />
      {columns.seen.map(cell)}
      <div role="presentation" style={{ width: columns.after, flex: 'none' }} />
    </div>
  );
});

/** The element of a cell, for whoever says which one is active. */
export function cellId(grid: string, row: number, column: number): string {
  return `${grid}-${row}-${column}`;
}

function content(
  { column, place }: ShownColumn,
  row: ViewRow,
  masked: boolean,
  faulty: boolean,
  draw: DrawCell | undefined,
): ReactNode {
  const raw = row.cells[place] ?? null;
  const drawn = masked ? undefined : draw?.(column, raw, row);
  const text = cellText(raw, column, masked);
  return (
    <>
      {faulty ? <TriangleAlert className={styles.sign} role="img" aria-label="Faulty:" /> : null}
      {drawn !== undefined ? (
        drawn
      ) : text === null || text === '' ? (
        <Empty text={text} faulty={faulty} />
      ) : (
        text
      )}
    </>
  );
}

/** What stands for nothing: a dash where there is no value, a word where an empty text is a fault. */
function Empty({ text, faulty }: { readonly text: string | null; readonly faulty: boolean }) {
  if (faulty) return <span className={styles.nothing}>{text ? 'only spaces' : 'empty'}</span>;
  return text === null ? <span className={styles.nothing}>–</span> : null;
}
