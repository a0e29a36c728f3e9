import { axisText } from './axis-text.ts';
import { figureOf, type PlotInsight, textOf } from './insight-kinds.ts';

/** Series that have a colour of their own; the rest are drawn together. */
export const MOST_SERIES = 7;

/** What of a chart is drawn as one colour. */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly total: number;
  /** Its place in the palette. */
  readonly colour: number;
  /** The value in the data; undefined for all the others together, or where there are no series. */
  readonly value: string | null | undefined;
  /** Whether it is the line over the bars, with an axis of its own. */
  readonly isLine?: true;
}

/** The series of a chart, and to which of them a row's value belongs; undefined: it is not drawn. */
export interface SeriesOf {
  readonly series: readonly Series[];
  readonly keyOf: (name: string | null) => string | undefined;
  readonly notes: readonly string[];
}

/** The key of the line over the bars. */
export const LINE_KEY = 'line';

/** The series of an insight: bars largest first, lines and areas in the order of the rows; beyond seven the smallest together. */
export function seriesOf(insight: PlotInsight): SeriesOf {
  const { chart, columns, rows, y, line } = insight;
  const [yAt, seriesAt] = [columns.indexOf(y.column), columns.indexOf(insight.series ?? '')];
  const totals = new Map<string | null, number>();
  for (const row of rows) {
    const name = insight.series === null ? null : textOf(row[seriesAt]);
    totals.set(name, (totals.get(name) ?? 0) + (figureOf(row[yAt]) ?? 0));
  }
  if (insight.series === null) {
    const only = { key: 's0', label: y.title, total: totals.get(null) ?? 0, colour: 0, value: undefined };
    const over = { key: LINE_KEY, label: line?.title ?? '', total: 0, colour: 1, value: undefined };
    return {
      series: line ? [only, { ...over, isLine: true }] : [only],
      keyOf: () => 's0',
      notes: [],
    };
  }
  const isInOrder = (chart === 'line' || chart === 'area') && totals.size <= MOST_SERIES;
  const ordered = isInOrder ? [...totals] : [...totals].sort(([, a], [, b]) => b - a);
  const own = ordered.slice(0, MOST_SERIES);
  const rest = ordered.slice(own.length);
  const keys = new Map(ordered.map(([name], index) => [name, `s${Math.min(index, own.length)}`]));
  const series = own.map(
    ([name, total], index): Series => ({
      ...{ key: `s${index}`, label: axisText(name, 'text'), total, colour: index, value: name },
    }),
  );
  if (rest.length === 0) return { series, keyOf: (name) => keys.get(name), notes: [] };
  if (y.format === 'percent' || y.format === 'rate') {
    // Shares of different wholes have no sum.
    const drawn = new Set(own.map(([name]) => name));
    return {
      series,
      keyOf: (name) => (drawn.has(name) ? keys.get(name) : undefined),
      notes: [`The ${rest.length} smallest are not drawn; the table has each of them.`],
    };
  }
  const others: Series = {
    key: `s${own.length}`,
    label: `${rest.length} others`,
    total: rest.reduce((sum, [, each]) => sum + each, 0),
    colour: MOST_SERIES,
    value: undefined,
  };
  return {
    series: [...series, others],
    keyOf: (name) => keys.get(name),
    notes: [`The ${rest.length} smallest are drawn together as others; the table has each of them.`],
  };
}
