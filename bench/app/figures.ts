import { spreadOf } from '../measure/statistics.ts';

export type Unit = 'ms' | 'MB';

/** One figure of the bench: what was measured several times, and what it may be. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly values: readonly number[];
  /** Undefined where there is none. */
  readonly bound: number | undefined;
  readonly median: number;
  /** What 95 of 100 values are not above. */
  readonly most: number;
  /** The same on a page that does nothing, where that tells something. */
  readonly control: number | undefined;
  readonly ok: boolean;
}

interface FigureOptions {
  readonly unit?: Unit;
  readonly bound?: number | undefined;
  /** What is held against the bound. */
  readonly by?: 'median' | 'most of them';
  readonly control?: number;
}

/** Makes a figure of at least one value. */
export function figure(name: string, values: readonly number[], options: FigureOptions = {}): Figure {
  const { unit = 'ms', bound, by = 'median', control } = options;
  if (values.length === 0) throw new Error(`Nothing was measured: ${name}.`);
  const { median } = spreadOf(values);
  const most = mostOf(values);
  // As it is printed: three frames of a sixtieth of a second are 50 ms and a bit.
  const ok = bound === undefined || Math.round(by === 'median' ? median : most) <= bound;
  return { name, unit, values, median, most, bound, control, ok };
}

function mostOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}
