import type { Insight } from '../../../electron/contract/insights.ts';
import { axisText, valueText } from './axis-text.ts';
import { spreadMonths } from './spread-months.ts';

/** Series that have a colour of their own; the rest are drawn together. */
const MOST_SERIES = 7;

/** What of a chart is drawn as one colour. */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly total: number;
  /** Its place in the palette. */
  readonly colour: number;
  /** The value in the data; undefined for all the others together, or where there are no series. */
  readonly value: string | null | undefined;
}

/** A place on the x axis. */
export interface Place {
  readonly key: string;
  readonly label: string;
  /** Absent for a gap in the axis. */
  readonly x?: string | null;
  /** By the keys of the series. */
  readonly values: Readonly<Record<string, number>>;
  readonly total: number;
}

/** A chart as it is drawn. */
export interface Drawing {
  readonly series: readonly Series[];
  readonly places: readonly Place[];
  /** Sentences on what the axis leaves out, or the colours join. */
  readonly notes: readonly string[];
}

/** Works out what is drawn of an insight: its series, largest first, and its places in their order. */
export function drawingOf(insight: Insight): Drawing {
  const at = (column: string | null) => (column === null ? -1 : insight.columns.indexOf(column));
  const [xAt, yAt, seriesAt] = [at(insight.x.column), at(insight.y.column), at(insight.series)];
  const text = (cell: string | number | null | undefined) =>
    cell === null || cell === undefined ? null : String(cell);

  const totals = new Map<string | null, number>();
  for (const row of insight.rows) {
    const name = seriesAt < 0 ? null : text(row[seriesAt]);
    totals.set(name, (totals.get(name) ?? 0) + Number(row[yAt] ?? 0));
  }
  const { series, keyOf } = seriesOf(insight, totals);

  const places = new Map<string | null, { values: Record<string, number>; total: number }>();
  for (const row of insight.rows) {
    const x = text(row[xAt]);
    const place = places.get(x) ?? { values: {}, total: 0 };
    const key = keyOf(seriesAt < 0 ? null : text(row[seriesAt]));
    const value = Number(row[yAt] ?? 0);
    place.values[key] = (place.values[key] ?? 0) + value;
    place.total += value;
    places.set(x, place);
  }
  const drawn = [...places].map(
    ([x, { values, total }]): Place => ({
      key: x === null ? 'null' : `x${x}`,
      x,
      label: axisText(x, insight.x.format),
      values,
      total,
    }),
  );
  const spread = insight.x.format === 'month' ? spreadMonths(drawn) : { places: drawn, notes: [] };
  const together = totals.size - series.length + 1;
  const joined = series.some(({ colour }) => colour >= MOST_SERIES)
    ? [`The ${together} smallest are drawn together as others; the table has each of them.`]
    : [];
  return { series, places: spread.places, notes: [...spread.notes, ...joined] };
}

function seriesOf(
  insight: Insight,
  totals: ReadonlyMap<string | null, number>,
): { readonly series: readonly Series[]; readonly keyOf: (name: string | null) => string } {
  if (insight.series === null) {
    const total = totals.get(null) ?? 0;
    return {
      series: [{ key: 's0', label: insight.y.title, total, colour: 0, value: undefined }],
      keyOf: () => 's0',
    };
  }
  const ordered = [...totals].sort(([, a], [, b]) => b - a);
  const own = ordered.length <= MOST_SERIES ? ordered : ordered.slice(0, MOST_SERIES);
  const rest = ordered.slice(own.length);
  const keys = new Map(ordered.map(([name], index) => [name, `s${Math.min(index, own.length)}`]));
  const series = own.map(
    ([name, total], index): Series => ({
      key: `s${index}`,
      label: axisText(name, 'text'),
      total,
      colour: index,
      value: name,
    }),
  );
  if (rest.length > 0) {
    const total = rest.reduce((sum, [, each]) => sum + each, 0);
    series.push({
      key: `s${own.length}`,
      label: `${rest.length} others`,
      total,
      colour: MOST_SERIES,
      value: undefined,
    });
  }
  return { series, keyOf: (name) => keys.get(name) ?? 's0' };
}

/** A mark in words: "Jun 2024, COMPLETED: 22". */
export function markText(insight: Insight, place: Place, series: Series): string {
  const value = valueText(place.values[series.key] ?? 0, insight.y.format);
  const name = insight.series === null ? insight.y.title : series.label;
  return `${place.label}, ${name}: ${value}`;
}
