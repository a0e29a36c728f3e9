import type { LookupInfo } from '../../../electron/contract/lookups.ts';

/** The cells of a lookup, by row and column. */
export type Cells = LookupInfo['cells'];

/** A cell in words, by what names its row and its column: "Recency 3, Frequency 2". */
export function cellName(lookup: LookupInfo, row: number, column: number): string {
  if (lookup.kind === 'grid') {
    const { rows, columns } = lookup;
    return `${rows.title} ${rows.values[row]}, ${columns.title} ${columns.values[column]}`;
  }
  return `${lookup.columns[column]} of ${lookup.key.values[row]}`;
}

/** Says of each cell that has no value which it is. */
export function emptyCells(lookup: LookupInfo, cells: Cells): readonly string[] {
  return cells.flatMap((row, at) =>
    row.flatMap((text, place) => (text.trim() === '' ? [cellName(lookup, at, place)] : [])),
  );
}

/** Whether two sets of cells say the same. */
export function isSame(one: Cells, other: Cells): boolean {
  return (
    one.length === other.length &&
    one.every((row, at) => row.every((text, place) => text.trim() === other[at]?.[place]?.trim()))
  );
}

/** The cells with one of them changed. */
export function withCell(cells: Cells, row: number, column: number, text: string): Cells {
  return cells.map((each, at) =>
    at === row ? each.map((old, place) => (place === column ? text : old)) : each,
  );
}

/** The values by which regions are told apart: those that may stand in a cell, or those that do, in their order. */
export function regionsOf(lookup: LookupInfo): readonly string[] {
  const choices = lookup.kind === 'grid' ? lookup.choices : null;
  return choices ?? [...new Set(lookup.own.flat())];
}
