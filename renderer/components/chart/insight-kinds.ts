import type {
  FieldsShape,
  HeatMapShape,
  Insight,
  PlotShape,
  StatusGridShape,
  TableShape,
} from '../../../electron/contract/insights.ts';

/** An insight whose marks stand along an axis. */
export type PlotInsight = Extract<Insight, PlotShape>;
export type HeatMapInsight = Extract<Insight, HeatMapShape>;
export type CardsInsight = Extract<Insight, { chart: 'cards' }>;
export type TableInsight = Extract<Insight, TableShape>;
export type StatusGridInsight = Extract<Insight, StatusGridShape>;
export type FieldsInsight = Extract<Insight, FieldsShape>;

/** Values of a row, by the names that the engine binds: `x`, and `series` or `y` where there is one. */
export type MarkValues = Readonly<Record<string, string | null>>;

/** A mark that was opened: what names it, and in words what is behind it. */
export interface OpenedMark {
  readonly values: MarkValues;
  readonly title: string;
}

/** A value of a row as text; figures are none. */
export function textOf(cell: string | number | null | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}

/** A value of a row as a figure; null where there is none. */
export function figureOf(cell: string | number | null | undefined): number | null {
  return cell === null || cell === undefined ? null : Number(cell);
}

/** A title within a sentence: "Recency, 5 the latest" as "recency", but "RFM" as it is. */
export function withinSentence(title: string): string {
  const [name = title] = title.split(/[,(:]/);
  const short = name.trim();
  return /^\p{Lu}(?!\p{Lu})/u.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
}
