import type { ClipboardEvent, KeyboardEvent } from 'react';
import { Problem } from '../../api/problem.ts';
import { formatCount } from '../../format/numbers.ts';
import { tell, tellProblem } from '../tell.tsx';
import { asTsv, MOST_CELLS, rowsHere } from './copy-cells.ts';
import { blockOf, type Cursor, move, type Place } from './cursor.ts';
import type { Rows } from './rows.ts';
import type { ShownColumn } from './use-columns.ts';

/** What the keys of a grid work on. */
export interface GridKeys {
  readonly rows: Rows;
  readonly shown: readonly ShownColumn[];
  readonly masked: ReadonlySet<string>;
  readonly cursor: Cursor;
  readonly pageRows: number;
  goTo(at: Place, extend: boolean): void;
  open(at: Place): void;
  canEdit(at: Place): boolean;
  beginEdit(at: Place, typed: string | null): void;
  openMenu(column: ShownColumn): void;
  sort(column: ShownColumn): void;
}

/** The keyboard of a grid: moving, selecting, copying, opening, editing, and the header's sorting and menu. */
export function useGridKeys(grid: GridKeys) {
  const { rows, shown, masked, cursor } = grid;
  const { at } = cursor;

  const onKeyDown = (event: KeyboardEvent) => {
    // Menus and the editor within the grid have their own keys.
    if (event.target !== event.currentTarget) return;
    const command = event.ctrlKey || event.metaKey;
    const column = shown[at.column];
    const bounds = { rows: rows.count, columns: shown.length, page: grid.pageRows };
    const to = event.altKey ? null : move(at, event.key, command, bounds);
    if (to) {
      event.preventDefault();
      grid.goTo(to, event.shiftKey);
    } else if (at.row === -1 && column && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      if (column.column.sortable) grid.sort(column);
    } else if (column && isMenuKey(event)) {
      event.preventDefault();
      grid.openMenu(column);
    } else if (event.key === 'Enter' && !command) {
      event.preventDefault();
      grid.open(at);
    } else if (event.key === 'F2' && grid.canEdit(at)) {
      event.preventDefault();
      grid.beginEdit(at, null);
    } else if (command && event.key === 'a') {
      event.preventDefault();
      grid.goTo({ row: rows.count - 1, column: shown.length - 1 }, false);
      grid.goTo({ row: 0, column: 0 }, true);
    } else if (event.key.length === 1 && !command && !event.altKey && grid.canEdit(at)) {
      event.preventDefault();
      grid.beginEdit(at, event.key);
    }
  };

  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget && event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const block = blockOf(cursor);
    const columns = shown.slice(block.left, block.right + 1);
    const cells = (block.bottom - block.top + 1) * columns.length;
    if (cells > MOST_CELLS) {
      tellProblem(
        new Problem(
          `${formatCount(cells)} cells are too many for the clipboard.`,
          `Select fewer than ${formatCount(MOST_CELLS)}, or export the list.`,
        ),
      );
      return;
    }
    const here = rowsHere(rows, block);
    if (here) {
      event.clipboardData.setData('text/plain', asTsv(here, columns, masked));
      if (cells > 1) tell(`${formatCount(cells)} cells are copied.`);
      return;
    }
    rows
      .read(block.top, block.bottom + 1)
      .then((read) => navigator.clipboard.writeText(asTsv(read, columns, masked)))
      .then(() => tell(`${formatCount(cells)} cells are copied.`), tellProblem);
  };
  return { onKeyDown, onCopy };
}

function isMenuKey({ key, altKey, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey) || (key === 'ArrowDown' && altKey);
}
