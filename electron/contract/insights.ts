import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, inWorkspace } from './calls.ts';

/** A chart that a recipe declares, with its data. */
export type Insight = InsightData & InsightShape;

interface InsightData {
  readonly insight: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly string[];
  /** A row a mark: what names a mark is text as files have it, figures are numbers. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Whether a mark opens the records behind it: a view of the kind `insight` with the values that name the mark. */
  readonly opens: boolean;
  /** The lookup of the recipe that decides what is shown, to be changed from here; null: none. */
  readonly lookup: string | null;
}

/** What a chart draws of which column. */
export type InsightShape = PlotShape | HeatMapShape | StatusGridShape | CardsShape | TableShape | FieldsShape;

/** Marks along an axis. */
export interface PlotShape {
  readonly chart: 'bar' | 'stacked bar' | 'line' | 'area';
  readonly x: Axis;
  readonly y: Axis;
  /** The column whose values are the series; without one there is one series. */
  readonly series: string | null;
  /** Of bars without series: a line over them, on an axis of its own. */
  readonly line: Axis | null;
}

/** A cell for each pair of x and y; the greater its value, the further its colour from the ground. */
export interface HeatMapShape {
  readonly chart: 'heat map';
  readonly x: Axis;
  readonly y: Axis;
  readonly value: Axis;
  /** Further figures that stand in a cell. */
  readonly figures: readonly Axis[];
  /** The column with the words of a cell. */
  readonly label: string | null;
}

/** A cell for each pair of x and y, which says by its colour and its sign how something stands. */
export interface StatusGridShape {
  readonly chart: 'status grid';
  readonly x: Axis;
  readonly y: Axis;
  /** Columns; the status is `ok`, `warn` or `fail`, null where there is no cell. */
  readonly status: string;
  /** What stands in the cell. */
  readonly value: string;
  /** A sentence on it. */
  readonly text: string;
}

/** Sentences, each with its figure and how grave it is. */
export interface CardsShape {
  readonly chart: 'cards';
  /** What names a card. */
  readonly x: Axis;
  /** Columns; the severity is `info`, `warn` or `alert`. */
  readonly severity: string;
  readonly value: string;
  readonly text: string;
}

/** Rows of figures and words. */
export interface TableShape {
  readonly chart: 'table';
  /** What names a row. */
  readonly x: Axis;
  /** The columns beside it, in order. */
  readonly shown: readonly Axis[];
}

/** One row, as names with their values. */
export interface FieldsShape {
  readonly chart: 'fields';
  readonly fields: readonly Axis[];
}

export interface Axis {
  readonly column: string;
  readonly title: string;
  /**
   * `percent` is a whole number, 100 for all; `rate` is a decimal, 1 for all. `date` is an ISO day, `time` a UTC instant as it is stored,
   * `flag` 1 for yes and 0 for no.
   */
  readonly format: 'text' | 'month' | 'date' | 'time' | 'flag' | 'number' | 'money' | 'percent' | 'rate';
}

/** What a list of charts says of each. */
export type InsightName = Pick<Insight, 'insight' | 'title' | 'chart'>;

export const insightCalls = {
  /** The last run's charts: the recipe's own, then the reasons over runs. */
  list: call.input(inWorkspace).output(type<readonly InsightName[]>()),
  get: call.input(inWorkspace.extend({ insight: z.string().max(60) })).output(type<Insight>()),
  /** The charts of single entities that the last run's recipe has: its profile. */
  profile: call.input(inWorkspace).output(type<readonly InsightName[]>()),
  /** A chart of the profile with the data of one entity of the last run; without rows there is nothing of it. */
  ofEntity: call
    .input(
      inWorkspace.extend({
        insight: z.string().max(60),
        key: z.array(z.string().max(10_000)).min(1).max(20),
      }),
    )
    .output(type<Insight>()),
};
