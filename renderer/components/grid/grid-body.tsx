import type { SortingState } from '@tanstack/react-table';
import {
  type Dispatch,
  type SetStateAction,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { createPortal } from 'react-dom';
import type { ViewRow } from '../../../electron/contract/views.ts';
import { CellEditor } from './cell-editor.tsx';
import { fittingWidth } from './column-widths.ts';
import { blockOf, type Cursor, type Place } from './cursor.ts';
import styles from './grid.module.css';
import type { GridProps } from './grid.tsx';
import { ColumnsButton } from './grid-bar.tsx';
import { GridHead } from './grid-head.tsx';
import { cellId, GridRow } from './grid-row.tsx';
import type { Rows } from './rows.ts';
import { scrollMap } from './scroll-map.ts';
import { type ShownColumn, useColumns } from './use-columns.ts';
import { useDrawnColumns } from './use-drawn-columns.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useMasks } from './use-masks.ts';
import { useSample } from './use-sample.ts';
import { useStable } from './use-stable.ts';
import { useViewport } from './use-viewport.ts';

/** Rows beyond the edge that are drawn. */
const OVERSCAN = 6;
/** A row's height at ordinary text size, in pixels: `--muster-row`. */
const ROW = 28;

interface GridBodyProps extends GridProps {
  readonly rows: Rows;
  readonly busy: boolean;
  readonly masking: boolean;
  readonly sorting: readonly [SortingState, Dispatch<SetStateAction<SortingState>>];
  /** Where the button that chooses columns stands. */
  readonly columnsButton: HTMLElement | null;
  /** Another text scrolls to the top. */
  readonly top: string;
}

/** The scrolled part of a grid. */
export function GridBody(props: GridBodyProps) {
  const { label, rows, busy, masking, layout, sorting, columnsButton, top, empty, opened, draw } = props;
  const { onOpen, onRow, editable, onEdit } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [viewport, look] = useViewport(scroller);
  useSyncExternalStore(
    (listener) => rows.subscribe(listener),
    () => rows.version(),
  );

  const sample = useSample(rows);
  const columns = useColumns(rows.columns, sample, layout, sorting);
  const { shown, scale, table } = columns;
  const rowHeight = ROW * scale;
  const gutter = Math.ceil((String(Math.max(rows.count, 1)).length * 7 + 18) * scale);
  const drawn = useDrawnColumns(shown, viewport.left, viewport.width, gutter);
  const places = useMemo(() => new Map(shown.map((column, place) => [column.id, place])), [shown]);

  const [masked, mask] = useMasks(shown, masking);

  const height = Math.max(0, viewport.height - rowHeight);
  const map = scrollMap(rows.count, rowHeight, height);
  const listTop = map.toList(viewport.top);
  const first = Math.max(0, Math.floor(listTop / rowHeight) - OVERSCAN);
  const last = Math.min(rows.count, Math.ceil((listTop + height) / rowHeight) + OVERSCAN);
  const offset = viewport.top - (listTop - first * rowHeight);
  useEffect(() => rows.want(first, last), [rows, first, last]);

  const [cursor, setCursor] = useState<Cursor>({ at: { row: 0, column: 0 }, from: { row: 0, column: 0 } });
  const [menu, setMenu] = useState<string | null>(null);
  const [edit, setEdit] = useState<{
    readonly at: Place;
    readonly text: string;
    readonly fresh: boolean;
  } | null>(null);
  const block = blockOf(cursor);
  const isDrawn = cursor.at.row === -1 || (cursor.at.row >= first && cursor.at.row < last);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another order or search is what scrolls.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element) element.scrollTop = 0;
    setCursor({ at: { row: 0, column: 0 }, from: { row: 0, column: 0 } });
    setEdit(null);
  }, [top]);

  const reveal = ({ row, column }: Place) => {
    const element = scroller.current;
    if (!element) return;
    if (row >= 0) {
      const from = row * rowHeight;
      if (from < listTop) element.scrollTop = map.toScroll(from);
      else if (from + rowHeight > listTop + height)
        element.scrollTop = map.toScroll(from + rowHeight - height) + 1;
    }
    const place = shown[column];
    if (!place || place.pinned) return;
    const pinned = gutter + drawn.pinned.reduce((sum, each) => sum + each.width, 0);
    const left = gutter + place.left;
    if (left < element.scrollLeft + pinned) element.scrollLeft = left - pinned;
    else if (left + place.width > element.scrollLeft + viewport.width)
      element.scrollLeft = left + place.width - viewport.width;
  };
  const goTo = (at: Place, extend: boolean) => {
    setCursor((before) => ({ at, from: extend ? before.from : at }));
    reveal(at);
    const row = rows.rowAt(at.row);
    if (row && at.row !== cursor.at.row) onRow?.(row);
  };
  const canEdit = ({ row, column }: Place) => {
    const record = rows.rowAt(row);
    const place = shown[column];
    return Boolean(record && place && editable?.(record, place.column, place.place));
  };
  const beginEdit = (at: Place, typed: string | null) => {
    const place = shown[at.column];
    if (!place || !canEdit(at)) return;
    setEdit({ at, text: typed ?? rows.rowAt(at.row)?.cells[place.place] ?? '', fresh: typed !== null });
  };
  const endEdit = (text: string | null) => {
    const row = edit && rows.rowAt(edit.at.row);
    const place = edit && shown[edit.at.column];
    setEdit(null);
    scroller.current?.focus({ preventScroll: true });
    if (text !== null && row && place && text !== row.cells[place.place]) {
      onEdit?.(row, place.column, text, rows.columns);
    }
  };
  const open = (at: Place) => {
    const row = rows.rowAt(at.row);
    if (row) onOpen?.(row, rows.columns);
  };
  const fit = useStable((column: ShownColumn) => {
    const seen: ViewRow[] = [];
    for (let index = first; index < last; index++) {
      const row = rows.rowAt(index);
      if (row) seen.push(row);
    }
    const width = fittingWidth(column.column, column.place, seen, scale, 800);
    table.setColumnSizing((before) => ({ ...before, [column.id]: width }));
  });
  const openMenu = useStable((column: string | null) => {
    setMenu(column);
    if (column === null) scroller.current?.focus({ preventScroll: true });
  });
  const keys = useGridKeys({
    rows,
    shown,
    masked,
    cursor,
    pageRows: Math.max(1, Math.floor(height / rowHeight) - 1),
    goTo,
    open,
    canEdit,
    beginEdit,
    openMenu: (column) => setMenu(column.id),
    sort: (column) => table.getColumn(column.id)?.toggleSorting(),
  });

  const visible: number[] = [];
  for (let index = first; index < last; index++) visible.push(index);
  const editPlace = edit && shown[edit.at.column];
  return (
    <>
      {columnsButton
        ? createPortal(<ColumnsButton columns={columns} all={rows.columns} />, columnsButton)
        : null}
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.count + 1}
        aria-colcount={shown.length}
        aria-multiselectable
        aria-busy={busy}
        aria-activedescendant={isDrawn ? cellId(id, cursor.at.row, cursor.at.column) : undefined}
        data-busy={busy || undefined}
        className={styles.scroller}
        // The grid itself has the focus, and names the active cell: cells come and go while it scrolls.
        tabIndex={0}
        onScroll={look}
        onMouseDown={(event) => {
          const at = placeUnder(event.target);
          if (at && at.row >= 0 && event.button === 0) goTo(at, event.shiftKey);
        }}
        onMouseMove={(event) => {
          const at = event.buttons === 1 && !edit ? placeUnder(event.target) : null;
          if (at && at.row >= 0 && (at.row !== cursor.at.row || at.column !== cursor.at.column))
            goTo(at, true);
        }}
        onDoubleClick={(event) => {
          const at = placeUnder(event.target);
          if (!at || at.row < 0) return;
          if (canEdit(at)) beginEdit(at, null);
          else open(at);
        }}
        onKeyDown={keys.onKeyDown}
        onCopy={keys.onCopy}
      >
        <GridHead
          grid={id}
          columns={columns}
          drawn={drawn}
          places={places}
          masked={masked}
          active={cursor.at.row === -1 ? cursor.at.column : null}
          menu={menu}
          onMenu={openMenu}
          onFit={fit}
          onMask={mask}
        />
        <div role="rowgroup" className={styles.body} style={{ height: map.height }}>
          <div role="presentation" className={styles.window} style={{ transform: `translateY(${offset}px)` }}>
            {visible.map((index) => {
              const row = rows.rowAt(index);
              const inBlock = index >= block.top && index <= block.bottom && cursor.at.row >= 0;
              const many = block.top !== block.bottom || block.left !== block.right;
              return (
                <GridRow
                  key={index}
                  grid={id}
                  index={index}
                  row={row}
                  columns={drawn}
                  places={places}
                  masked={masked}
                  active={cursor.at.row === index ? cursor.at.column : null}
                  selectedFrom={inBlock && many ? block.left : 0}
                  selectedTo={inBlock && many ? block.right : -1}
                  open={row !== undefined && row.id === opened}
                  draw={draw}
                />
              );
            })}
          </div>
          {edit && editPlace ? (
            <CellEditor
              label={`${editPlace.column.title}, row ${edit.at.row + 1}`}
              text={edit.text}
              fresh={edit.fresh}
              onDone={endEdit}
              place={{
                left: gutter + editPlace.left + (editPlace.pinned ? viewport.left : 0),
                top: offset + (edit.at.row - first) * rowHeight,
                width: editPlace.width,
                height: rowHeight,
              }}
            />
          ) : null}
        </div>
      </div>
      {rows.count === 0 && !busy ? (
        <div className={styles.empty}>{empty ?? <p className={styles.nothing}>No rows.</p>}</div>
      ) : null}
    </>
  );
}

/** The cell that an event happened in. */
function placeUnder(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest('[data-column]') : null;
  if (!(cell instanceof HTMLElement)) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
