import { valueText } from './axis-text.ts';
import type { Drawing, Place } from './drawing.ts';
import type { PlotInsight } from './insight-kinds.ts';
import type { Series } from './series.ts';

/** Of more series than this only the least and the most of all are told. */
const MOST_TOLD = 3;

const KINDS: Readonly<Record<PlotInsight['chart'], string>> = {
  bar: 'a bar chart',
  'stacked bar': 'a chart of stacked bars',
  line: 'a line chart',
  area: 'a chart of stacked areas',
};

/** What kind of chart it is, in words. */
export function kindInWords({ chart, line, series }: PlotInsight): string {
  if (line) return 'a bar chart with a line';
  return chart === 'bar' && series !== null ? KINDS['stacked bar'] : KINDS[chart];
}

/** A figure with the place and the series where it stands. */
interface Figure {
  readonly value: number;
  readonly place: Place;
  readonly series: Series;
}

/** A chart in a few sentences, for who does not see it: first and last, least and most, with their places. */
export function plotSummary(insight: PlotInsight, drawing: Drawing): string {
  const told = drawing.series.map((series) => ({ series, figures: figuresOf(drawing, series) }));
  const filled = told.filter(({ figures }) => figures.length > 0);
  const { x } = insight;
  if (filled.length === 0) return 'It has no figures.';
  if (filled.length <= MOST_TOLD || insight.line) {
    return filled.map(({ series, figures }) => seriesSentence(insight, series, figures)).join(' ');
  }
  const all = filled.flatMap(({ figures }) => figures);
  const [least, most] = extremes(all);
  const places = drawing.places.filter((place) => place.x !== undefined);
  const where = (figure: Figure) =>
    `${textOf(insight, figure)} (${figure.series.label}, ${figure.place.label})`;
  const [first, last] = [places.at(0)?.label, places.at(-1)?.label];
  return `${filled.length} series by ${x.title}, from ${first} to ${last}: least ${where(least)}, most ${where(most)}.`;
}

function seriesSentence(insight: PlotInsight, { label }: Series, figures: readonly Figure[]): string {
  const [first, last] = [figures.at(0), figures.at(-1)];
  if (!first || !last) return '';
  const at = (figure: Figure) => `${textOf(insight, figure)} (${figure.place.label})`;
  if (figures.length === 1) return `${label}: ${at(first)}.`;
  const [least, most] = extremes(figures);
  return `${label}: first ${at(first)}, last ${at(last)}, least ${at(least)}, most ${at(most)}.`;
}

function figuresOf({ places }: Drawing, series: Series): readonly Figure[] {
  return places.flatMap((place) => {
    const value = place.values[series.key];
    return value === undefined ? [] : [{ value, place, series }];
  });
}

function textOf({ y, line }: PlotInsight, { value, series }: Figure): string {
  return valueText(value, (series.isLine && line ? line : y).format);
}

function extremes(figures: readonly Figure[]): readonly [Figure, Figure] {
  const least = figures.reduce((one, other) => (other.value < one.value ? other : one));
  return [least, figures.reduce((one, other) => (other.value > one.value ? other : one))];
}
