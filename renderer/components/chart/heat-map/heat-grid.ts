import type { Axis } from '../../../../electron/contract/insights.ts';
import { axisText, valueText } from '../axis-text.ts';
import { figureOf, type HeatMapInsight, type MarkValues, textOf, withinSentence } from '../insight-kinds.ts';
import type { CellGrid, PlacedCell } from '../walk-cells.ts';

/** A cell that is drawn. */
export interface Cell extends PlacedCell {
  readonly value: number;
  readonly label: string | null;
  /** Further figures. */
  readonly figures: readonly { readonly axis: Axis; readonly value: number | null }[];
  readonly values: MarkValues;
  /** What it shows, in words: "Customers of recency 5, frequency 4: 37". */
  readonly title: string;
}

/** The cells of a heat map, rows and columns in the order in which the query names them. */
export type HeatGrid = CellGrid<Cell>;

/** Puts the rows of a heat map's data into a grid; a row without a value has no cell. */
export function heatGrid(insight: HeatMapInsight): HeatGrid {
  const { columns, x, y, value, label } = insight;
  const at = (column: string | null) => (column === null ? -1 : columns.indexOf(column));
  const [xAt, yAt, valueAt, labelAt] = [at(x.column), at(y.column), at(value.column), at(label)];
  const [xs, ys] = [new Map<string | null, number>(), new Map<string | null, number>()];
  const cells = new Map<string, Cell>();
  for (const row of insight.rows) {
    const [xValue, yValue, figure] = [textOf(row[xAt]), textOf(row[yAt]), figureOf(row[valueAt])];
    if (!xs.has(xValue)) xs.set(xValue, xs.size);
    if (!ys.has(yValue)) ys.set(yValue, ys.size);
    if (figure === null) continue;
    const place = { row: ys.get(yValue) ?? 0, column: xs.get(xValue) ?? 0 };
    cells.set(`${place.row} ${place.column}`, {
      ...place,
      value: figure,
      label: textOf(row[labelAt]),
      figures: insight.figures.map((axis) => ({ axis, value: figureOf(row[at(axis.column)]) })),
      values: { x: xValue, y: yValue },
      title: cellTitle(insight, xValue, yValue, figure),
    });
  }
  const texts = (names: ReadonlyMap<string | null, number>, format: Axis['format']) =>
    [...names.keys()].map((name) => axisText(name, format));
  return {
    columns: texts(xs, x.format),
    rows: texts(ys, y.format),
    cells: [...cells.values()],
    at: (row, column) => cells.get(`${row} ${column}`),
  };
}

/** A cell in words, as a title of the records behind it. */
export function cellTitle(
  { x, y, value }: HeatMapInsight,
  xValue: string | null,
  yValue: string | null,
  figure: number | null,
): string {
  const name = (axis: Axis, text: string | null) => {
    return `${withinSentence(axis.title)} ${axisText(text, axis.format)}`;
  };
  return `${value.title} of ${name(y, yValue)}, ${name(x, xValue)}: ${valueText(figure, value.format)}`;
}

/** A heat map in two sentences, for who does not see it. */
export function heatSummary({ x, y, value }: HeatMapInsight, { rows, columns, cells }: HeatGrid): string {
  const [first] = cells;
  if (!first) return 'It has no figures.';
  const least = cells.reduce((one, other) => (other.value < one.value ? other : one), first);
  const most = cells.reduce((one, other) => (other.value > one.value ? other : one), first);
  const where = (cell: Cell) =>
    `${valueText(cell.value, value.format)} (${withinSentence(y.title)} ${rows[cell.row]}, ${withinSentence(x.title)} ${columns[cell.column]})`;
  const size = `${count(rows.length, 'row')} (${y.title}) by ${count(columns.length, 'column')} (${x.title})`;
  return `${size}, ${count(cells.length, 'cell')}. ${value.title}: least ${where(least)}, most ${where(most)}.`;
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
