/** A cell by its place on screen; row -1 is the header. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where the user is, and from where they have selected. */
export interface Cursor {
  readonly at: Place;
  readonly from: Place;
}

export interface Bounds {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on screen. */
  readonly page: number;
}

/** Where a key leads, or null when it leads nowhere. */
export function move(at: Place, key: string, far: boolean, { rows, columns, page }: Bounds): Place | null {
  const to = target(at, key, far, rows, columns, page);
  if (!to) return null;
  return {
    row: Math.max(-1, Math.min(rows - 1, to.row)),
    column: Math.max(0, Math.min(columns - 1, to.column)),
  };
}

function target(
  { row, column }: Place,
  key: string,
  far: boolean,
  rows: number,
  columns: number,
  page: number,
): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: far ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: far ? columns - 1 : column + 1 };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? rows - 1 : row, column: columns - 1 };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return null;
  }
}

/** The selected block, both ends in it. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The block between where the selection began and where the user is; without the header. */
export function blockOf({ at, from }: Cursor): Block {
  return {
    top: Math.max(0, Math.min(at.row, from.row)),
    bottom: Math.max(0, Math.max(at.row, from.row)),
    left: Math.min(at.column, from.column),
    right: Math.max(at.column, from.column),
  };
}
