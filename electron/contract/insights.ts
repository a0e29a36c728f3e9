import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, inWorkspace } from './calls.ts';

/** A chart that a recipe declares, with its data. */
export interface Insight {
  readonly insight: string;
  readonly title: string;
  readonly description: string;
  readonly chart: 'bar' | 'stacked bar' | 'line';
  readonly x: Axis;
  readonly y: Axis;
  /** The column whose values are the series; without one there is one series. */
  readonly series: string | null;
  readonly columns: readonly string[];
  /** Text as files have it; numbers of the y axis as numbers. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Whether a mark opens the records behind it: a view of the kind `insight` with the mark's x and series. */
  readonly opens: boolean;
}

export interface Axis {
  readonly column: string;
  readonly title: string;
  readonly format: 'text' | 'month' | 'number' | 'money' | 'percent';
}

export const insightCalls = {
  /** The last run's charts: the recipe's own, then the reasons over runs. */
  list: call
    .input(inWorkspace)
    .output(type<readonly { readonly insight: string; readonly title: string }[]>()),
  get: call.input(inWorkspace.extend({ insight: z.string().max(60) })).output(type<Insight>()),
};
