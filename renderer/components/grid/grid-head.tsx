import { ArrowDown, ArrowUp, EyeOff } from 'lucide-react';
import { memo } from 'react';
import { isFigure } from './cell-text.ts';
import { ColumnMenu } from './column-menu.tsx';
import styles from './grid.module.css';
import type { DrawnColumns } from './grid-row.tsx';
import { cellId } from './grid-row.tsx';
import type { Columns, ShownColumn } from './use-columns.ts';

/** The row of titles: a click sorts, the edge resizes, the chevron opens the column's menu. */
export const GridHead = memo(function GridHead(props: {
  readonly grid: string;
  readonly columns: Columns;
  readonly drawn: DrawnColumns;
  readonly places: ReadonlyMap<string, number>;
  readonly masked: ReadonlySet<string>;
  readonly active: number | null;
  /** The column whose menu is open. */
  readonly menu: string | null;
  onMenu(id: string | null): void;
  onFit(shown: ShownColumn): void;
  onMask(id: string): void;
}) {
  const { grid, columns, drawn, places, masked, active, menu, onMenu, onFit, onMask } = props;
  const headers = new Map(columns.table.getFlatHeaders().map((header) => [header.column.id, header]));
  const head = (shown: ShownColumn) => {
    const place = places.get(shown.id) ?? 0;
    const resize = headers.get(shown.id)?.getResizeHandler();
    const sort = () => columns.table.getColumn(shown.id)?.toggleSorting();
    return (
      <div
        key={shown.id}
        role="columnheader"
        id={cellId(grid, -1, place)}
        aria-colindex={place + 1}
        aria-sort={sortName(shown)}
        data-row={-1}
        data-column={place}
        data-active={active === place || undefined}
        data-figure={isFigure(shown.column) || undefined}
        data-pinned={shown.pinned || undefined}
        data-sortable={shown.column.sortable || undefined}
        className={styles.head}
        title={shown.column.description || shown.column.title}
        style={{ width: shown.width, left: shown.pinned ? drawn.gutter + shown.left : undefined }}
        onClick={shown.column.sortable ? sort : undefined}
        onKeyDown={undefined}
        onContextMenu={(event) => {
          event.preventDefault();
          onMenu(shown.id);
        }}
      >
        <span className={styles.title}>{shown.column.title}</span>
        {masked.has(shown.id) ? <EyeOff size={12} role="img" aria-label="masked" /> : null}
        {shown.sorted === 'asc' ? <ArrowUp size={12} aria-hidden /> : null}
        {shown.sorted === 'desc' ? <ArrowDown size={12} aria-hidden /> : null}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps the menu's clicks from sorting. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: nothing happens on a click here. */}
        <span className={styles.menu} data-open={menu === shown.id || undefined} onClick={stop}>
          <ColumnMenu
            shown={shown}
            columns={columns}
            opened={menu === shown.id}
            masked={masked.has(shown.id)}
            onOpened={(opened) => onMenu(opened ? shown.id : null)}
            onFit={() => onFit(shown)}
            onMask={() => onMask(shown.id)}
          />
        </span>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the menu fits the width without a mouse. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: nothing happens on a click here. */}
        <span
          className={styles.edge}
          onMouseDown={resize}
          onTouchStart={resize}
          onClick={stop}
          onDoubleClick={() => onFit(shown)}
        />
      </div>
    );
  };
  return (
    <div role="row" aria-rowindex={1} className={styles.headRow}>
      <div role="presentation" className={styles.gutter} style={{ width: drawn.gutter }} />
      {drawn.pinned.map(head)}
      <div role="presentation" style={{ width: drawn.before, flex: 'none' }} />
      {drawn.seen.map(head)}
      <div role="presentation" style={{ width: drawn.after, flex: 'none' }} />
    </div>
  );
});

function stop(event: { stopPropagation(): void }): void {
  event.stopPropagation();
}

function sortName({ sorted, column }: ShownColumn): 'ascending' | 'descending' | 'none' | undefined {
  if (!column.sortable) return undefined;
  if (sorted === null) return 'none';
  return sorted === 'asc' ? 'ascending' : 'descending';
}
