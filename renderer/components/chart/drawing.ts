import { axisText, valueText } from './axis-text.ts';
import { figureOf, type PlotInsight, textOf } from './insight-kinds.ts';
import { LINE_KEY, type Series, seriesOf } from './series.ts';
import { spreadMonths } from './spread-months.ts';

/** A place on the x axis. */
export interface Place {
  readonly key: string;
  readonly label: string;
  /** Absent for a gap in the axis. */
  readonly x?: string | null;
  /** By the keys of the series; a figure that is not there has none. */
  readonly values: Readonly<Record<string, number>>;
  /** Of all but the line over the bars; null where no figure is there. */
  readonly total: number | null;
}

/** A chart as it is drawn. */
export interface Drawing {
  readonly series: readonly Series[];
  readonly places: readonly Place[];
  /** Whether a figure of 0 has a mark: a point has, a bar or a part of an area has nothing to point at. */
  readonly marksNought: boolean;
  /** Sentences on what the axis leaves out, or the colours join. */
  readonly notes: readonly string[];
}

/** Works out what is drawn of an insight: its series and its places in their order. */
export function drawingOf(insight: PlotInsight): Drawing {
  const { chart, columns, x, y, line, rows } = insight;
  const at = (column: string | undefined | null) => (column ? columns.indexOf(column) : -1);
  const [xAt, yAt, seriesAt, lineAt] = [at(x.column), at(y.column), at(insight.series), at(line?.column)];
  const { series, keyOf, notes } = seriesOf(insight);
  const places = new Map<string | null, { values: Record<string, number>; total: number | null }>();
  for (const row of rows) {
    const name = textOf(row[xAt]);
    const place = places.get(name) ?? { values: {}, total: null };
    places.set(name, place);
    const key = keyOf(seriesAt < 0 ? null : textOf(row[seriesAt]));
    const value = figureOf(row[yAt]);
    if (key !== undefined && value !== null) {
      place.values[key] = (place.values[key] ?? 0) + value;
      place.total = (place.total ?? 0) + value;
    }
    const over = lineAt < 0 ? null : figureOf(row[lineAt]);
    if (over !== null) place.values[LINE_KEY] = over;
  }
  const drawn = [...places].map(
    ([name, place]): Place => ({
      ...{ key: name === null ? 'null' : `x${name}`, x: name, label: axisText(name, x.format) },
      ...place,
    }),
  );
  const spread = x.format === 'month' ? spreadMonths(drawn) : { places: drawn, notes: [] };
  return { series, places: spread.places, marksNought: chart === 'line', notes: [...spread.notes, ...notes] };
}

/** Whether a series has a mark at a place. */
export function hasMark({ marksNought }: Drawing, { values }: Place, { key, isLine }: Series): boolean {
  const value = values[key];
  return value !== undefined && (value !== 0 || marksNought || isLine === true);
}

/** Whether a chart is drawn as areas: one place alone has none, and is drawn as a bar. */
export function drawsAreas({ chart }: PlotInsight, { places }: Drawing): boolean {
  return chart === 'area' && places.length > 1;
}

/** A mark in words: "Jun 2024, COMPLETED: 22". */
export function markText(insight: PlotInsight, place: Place, series: Series): string {
  const format = series.isLine ? (insight.line?.format ?? 'number') : insight.y.format;
  return `${place.label}, ${series.label}: ${valueText(place.values[series.key] ?? null, format)}`;
}
