import type { HeatMapInsight } from '../insight-kinds.ts';
import type { HeatGrid } from './heat-grid.ts';
import { hasLargeCells } from './heat-layout.ts';
import { RAMP } from './ramp.ts';

/** So large a share of the cells in one half of what there is leaves most colours unused. */
const SKEWED = 0.75;

/** Which colour a value has. */
export interface HeatScale {
  readonly least: number;
  readonly most: number;
  /** Whether each colour has about as many different values, as these are too uneven for colours in proportion. */
  readonly isRanked: boolean;
  /** The least value of each step of the ramp. */
  readonly bounds: readonly number[];
  /** The step of a value, from 0. */
  readonly stepOf: (value: number) => number;
}

/** Makes the scale of a heat map: in proportion to its values, or by their rank where most of many cells are in one half. */
export function heatScale(insight: HeatMapInsight, grid: HeatGrid): HeatScale {
  return scaleOf(
    grid.cells.map(({ value }) => value),
    // Few cells that say their figures show rather how uneven they are.
    !hasLargeCells(insight, grid),
  );
}

/** Makes a scale of values, by their rank only where that is allowed. */
export function scaleOf(values: readonly number[], mayRank: boolean): HeatScale {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, most] = [sorted.at(0) ?? 0, sorted.at(-1) ?? 0];
  const middle = (least + most) / 2;
  const below = sorted.filter((value) => value < middle).length / Math.max(1, sorted.length);
  const isUneven = below > SKEWED || below < 1 - SKEWED;
  const different = [...new Set(sorted)];
  const isRanked = mayRank && isUneven && different.length > RAMP.length;
  const bounds = RAMP.map((_, step) =>
    isRanked
      ? (different[Math.floor((step * different.length) / RAMP.length)] ?? least)
      : least + ((most - least) * step) / RAMP.length,
  );
  const stepOf = (value: number) => {
    // Where all are equal there is no less and no more.
    if (least === most) return Math.floor(RAMP.length / 2);
    return Math.max(
      0,
      bounds.findLastIndex((bound) => value >= bound),
    );
  };
  return { least, most, isRanked, bounds, stepOf };
}
