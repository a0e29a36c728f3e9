/** A cell by its place, from 0. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
}

/** Cells in rows and columns, some of which are not drawn. */
export interface CellGrid<Cell extends PlacedCell> {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
  /** The cell at a place; undefined where nothing is drawn. */
  readonly at: (row: number, column: number) => Cell | undefined;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** The cell that a key leads to from another: past what is not drawn, Home and End within the row; undefined where it leads to none. */
export function walkCells<Cell extends PlacedCell>(
  grid: CellGrid<Cell>,
  from: Cell,
  key: string,
): Cell | undefined {
  if (key === 'Home' || key === 'End') {
    const inRow = grid.cells.filter(({ row }) => row === from.row).sort((a, b) => a.column - b.column);
    return inRow.at(key === 'Home' ? 0 : -1);
  }
  const step = STEPS[key];
  if (!step) return undefined;
  const [down, along] = step;
  let [row, column] = [from.row + down, from.column + along];
  for (; row >= 0 && row < grid.rows.length && column >= 0 && column < grid.columns.length; ) {
    const found = grid.at(row, column);
    if (found) return found;
    row += down;
    column += along;
  }
  return undefined;
}
