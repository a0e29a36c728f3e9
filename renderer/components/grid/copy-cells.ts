import type { ViewRow } from '../../../electron/contract/views.ts';
import { cellText } from './cell-text.ts';
import type { Block } from './cursor.ts';
import type { Rows } from './rows.ts';
import type { ShownColumn } from './use-columns.ts';

/** Cells that are copied at most: a clipboard is no export. */
export const MOST_CELLS = 2_000_000;

/** Cells as a spreadsheet takes them from the clipboard; what is masked on screen stays masked. */
export function asTsv(
  rows: readonly ViewRow[],
  columns: readonly ShownColumn[],
  masked: ReadonlySet<string>,
): string {
  return rows
    .map(({ cells }) =>
      columns
        .map(({ id, place, column }) => {
          const cell = cells[place] ?? '';
          return quoted(masked.has(id) ? (cellText(cell, column, true) ?? '') : cell);
        })
        .join('\t'),
    )
    .join('\n');
}

/** The rows of a block when all of them are here, so that they can be copied at once. */
export function rowsHere(rows: Rows, { top, bottom }: Block): readonly ViewRow[] | null {
  const here: ViewRow[] = [];
  for (let index = top; index <= bottom; index++) {
    const row = rows.rowAt(index);
    if (!row) return null;
    here.push(row);
  }
  return here;
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
