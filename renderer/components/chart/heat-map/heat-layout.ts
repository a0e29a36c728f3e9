import type { HeatMapInsight } from '../insight-kinds.ts';
import { wrapWords } from '../wrap-words.ts';
import type { HeatGrid } from './heat-grid.ts';

/** Grids of at most so many rows and columns have large cells, where there are words or further figures to write. */
const MOST_LARGE = 8;
/** Lines of a column's name where it is wider than its cells. */
const MOST_NAME_LINES = 3;
/** Sizes in pixels, where text has its usual size. */
const SIZES = {
  narrowest: 20,
  widest: 64,
  widestForNames: 120,
  low: 19,
  line: 16,
  padding: 8,
  widestName: 150,
  title: 20,
  tallest: 760,
};
/** About the width of a character of small text, in pixels where it has its usual size. */
export const CHARACTER = 6.3;
/** The same of a character of titles and labels, which are bold. */
export const BOLD_CHARACTER = 7.2;
/** The height of a line of a column's name. */
export const NAME_LINE = 13;
/** What stands between the edge of a large cell and its words. */
export const CELL_PADDING = SIZES.padding;

/** Where the parts of a heat map stand, in pixels. */
export interface HeatLayout {
  readonly isLarge: boolean;
  /** In how many lines the words of a cell are written. */
  readonly labelLines: number;
  readonly width: number;
  readonly height: number;
  /** The space of the rows' names, and of the columns'. */
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** The columns' names, each in its lines. */
  readonly columnNames: readonly (readonly string[])[];
  /** Each so many columns have their name written. */
  readonly namedColumns: number;
  /** Whether it is wider or higher than what is shown of it, and is scrolled. */
  readonly scrolls: { readonly along: boolean; readonly down: boolean };
  /** What may be seen of its height. */
  readonly tallest: number;
  readonly scale: number;
}

/** Lays a heat map out in a width; it is wider where its cells would be too narrow to read and to hit. */
export function heatLayout(insight: HeatMapInsight, grid: HeatGrid, room: number, scale: number): HeatLayout {
  const { figures, label } = insight;
  const { rows, columns } = grid;
  const widthOf = (texts: readonly string[]) =>
    Math.max(0, ...texts.map(({ length }) => length)) * CHARACTER * scale;
  const isLarge = hasLargeCells(insight, grid);
  const left = Math.min(widthOf(rows) + 12 * scale, SIZES.widestName * scale);
  const share = (room - left - 1) / Math.max(1, columns.length);
  const least = (isLarge ? 96 : SIZES.narrowest) * scale;
  const forNames = Math.min(widthOf(columns) + 8 * scale, SIZES.widestForNames * scale);
  const widest = isLarge ? Number.POSITIVE_INFINITY : Math.max(SIZES.widest * scale, forNames);
  const cellWidth = Math.floor(Math.min(Math.max(share, least), widest) * 4) / 4;
  const columnNames = namesWithin(columns, cellWidth / scale);
  const nameLines = Math.max(1, ...columnNames.map(({ length }) => length));
  const top = (2 * SIZES.title + 2 + (nameLines - 1) * NAME_LINE) * scale;
  const words = Math.max(0, ...grid.cells.map((cell) => cell.label?.length ?? 0)) * BOLD_CHARACTER * scale;
  const labelLines = words > cellWidth - 2 * SIZES.padding * scale ? 2 : 1;
  const lines = 1.5 + (label === null ? 0 : labelLines) + figures.length;
  const cellHeight = (isLarge ? lines * SIZES.line + 2 * SIZES.padding : SIZES.low) * scale;
  const width = left + cellWidth * columns.length + 1;
  const height = top + cellHeight * rows.length + 1;
  const tallest = SIZES.tallest * scale;
  return {
    ...{ isLarge, labelLines, width, height, left, top, cellWidth, cellHeight, tallest, scale },
    columnNames,
    namedColumns: nameLines > 1 ? 1 : Math.max(1, Math.ceil((widthOf(columns) + 4 * scale) / cellWidth)),
    scrolls: { along: width > room + 1, down: height > tallest },
  };
}

/** Names over cells of a width: in one line, or in several where each has room for its words so, and else would be left out. */
function namesWithin(names: readonly string[], cellWidth: number): readonly (readonly string[])[] {
  const most = Math.floor((cellWidth - 4) / CHARACTER);
  const wrapped = names.map((name) =>
    name.length <= most ? [name] : wrapWords(name, most, MOST_NAME_LINES),
  );
  const isCut = wrapped.some((lines) => lines.some((line) => line.endsWith('…')));
  return isCut ? names.map((name) => [name]) : wrapped;
}

/** Whether cells are few enough, and have enough to say, to be large. */
export function hasLargeCells({ label, figures }: HeatMapInsight, { rows, columns }: HeatGrid): boolean {
  return (label !== null || figures.length > 0) && rows.length <= MOST_LARGE && columns.length <= MOST_LARGE;
}
