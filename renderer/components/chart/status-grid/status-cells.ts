import { axisText, sentenceText } from '../axis-text.ts';
import { type MarkValues, type StatusGridInsight, textOf } from '../insight-kinds.ts';
import type { CellGrid, PlacedCell } from '../walk-cells.ts';
import { STATUS_WORDS, STATUSES, type Status, statusOf, statusTitle, statusValue } from './status-words.ts';

/** A cell that is drawn. */
export interface StatusCell extends PlacedCell {
  readonly status: Status;
  /** What stands in it. */
  readonly value: string;
  readonly values: MarkValues;
  /** What it shows, in words, and the sentence on it. */
  readonly title: string;
  readonly sentence: string;
}

export type StatusCells = CellGrid<StatusCell>;

/** Of more cells that are not ok than this only the first are told. */
const MOST_TOLD = 5;

/** Puts the rows of a status grid's data into a grid, rows and columns in the order in which the query names them. */
export function statusCells(insight: StatusGridInsight): StatusCells {
  const { columns, x, y, status, value, text } = insight;
  const [xs, ys] = [new Map<string | null, number>(), new Map<string | null, number>()];
  const cells = new Map<string, StatusCell>();
  for (const row of insight.rows) {
    const cell = (column: string) => textOf(row[columns.indexOf(column)]);
    const [xValue, yValue, found] = [cell(x.column), cell(y.column), statusOf(cell(status))];
    if (!xs.has(xValue)) xs.set(xValue, xs.size);
    if (!ys.has(yValue)) ys.set(yValue, ys.size);
    if (found === undefined) continue;
    const place = { row: ys.get(yValue) ?? 0, column: xs.get(xValue) ?? 0 };
    cells.set(`${place.row} ${place.column}`, {
      ...place,
      status: found,
      value: statusValue(cell(value)),
      values: { x: xValue, y: yValue },
      title: statusTitle(insight, xValue, yValue, found, cell(value)),
      sentence: sentenceText(cell(text) ?? ''),
    });
  }
  return {
    columns: [...xs.keys()].map((name) => axisText(name, x.format)),
    rows: [...ys.keys()].map((name) => axisText(name, y.format)),
    cells: [...cells.values()],
    at: (row, column) => cells.get(`${row} ${column}`),
  };
}

/** How many cells have each status, from the best to the worst. */
export function statusCounts({ cells }: StatusCells): readonly (readonly [status: Status, cells: number])[] {
  return STATUSES.map((status) => [status, cells.filter((cell) => cell.status === status).length]);
}

/** A cell as it is told to who does not see it: its words, its sentence. */
export function cellWords({ title, sentence }: StatusCell): string {
  return sentence === '' ? title : `${title}. ${sentence.replace(/\.$/, '')}`;
}

/** A status grid in a few sentences, for who does not see it: how many of each status, and the first that are not ok, the worst before. */
export function statusSummary({ x, y }: StatusGridInsight, grid: StatusCells): string {
  const { rows, columns, cells } = grid;
  if (cells.length === 0) return 'It has no cells.';
  const counts = statusCounts(grid).map(([status, count]) => `${STATUS_WORDS[status]} ${count}`);
  const wrong = [...STATUSES].reverse().flatMap((status) => {
    return status === 'ok' ? [] : cells.filter((cell) => cell.status === status);
  });
  const told = wrong.slice(0, MOST_TOLD).map(({ title }) => `${title}.`);
  const more = wrong.length - told.length;
  return [
    `${rows.length} by ${columns.length} (${y.title} by ${x.title}): ${counts.join(', ')}.`,
    ...told,
    ...(more > 0 ? [`And ${more} more.`] : []),
  ].join(' ');
}
