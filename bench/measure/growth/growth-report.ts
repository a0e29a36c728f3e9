import { type ByPhase, type Linearity, linearityOf, PEAK_BOUND_BYTES, phaseSpreads } from '../linearity.ts';
import type { MusterRun } from '../muster-run.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import type { GrownRecipe } from './grown-recipe.ts';

/** Runs over the files of one size, as they come out. */
export interface MeasuredSize {
  readonly size: number;
  readonly inputBytes: number;
  readonly runs: readonly MusterRun[];
}

/** What one size came to; seconds, and bytes at the most. */
export interface SizeFigures {
  readonly counts: Readonly<Record<string, number>>;
  /** How many of what seconds are compared by. */
  readonly units: number;
  readonly units_a_second: number;
  readonly input_bytes: number;
  readonly seconds: Spread;
  readonly phase_seconds: ByPhase<Spread>;
  readonly peak_bytes: number;
}

/** Everything that the benchmark found out about a recipe. */
export interface GrowthReport {
  readonly recipe: string;
  /** One of the units by which seconds are compared. */
  readonly unit: string;
  readonly node: string;
  readonly runs: number;
  /** The smallest first. */
  readonly sizes: readonly SizeFigures[];
  readonly linearity: Linearity;
  /** Whether no run held more memory than is allowed. */
  readonly memory_ok: boolean;
}

function figuresOf({ counts, by }: GrownRecipe, { size, inputBytes, runs }: MeasuredSize): SizeFigures {
  const [first] = runs;
  const counted = first ? counts(first, size) : {};
  const units = counted[by] ?? 0;
  const seconds = spreadOf(runs.map((run) => run.seconds));
  return {
    counts: counted,
    units,
    units_a_second: Math.round(units / seconds.median),
    input_bytes: inputBytes,
    seconds,
    phase_seconds: phaseSpreads(runs),
    peak_bytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
  };
}

/** Medians of each size and how they grow. Throws a RangeError without two sizes. */
export function growthReport(grown: GrownRecipe, measured: readonly MeasuredSize[]): GrowthReport {
  const sizes = measured
    .map((size) => figuresOf(grown, size))
    .toSorted((left, right) => left.units - right.units);
  const [small, large] = [sizes.at(0), sizes.at(-1)];
  if (!small || !large || small === large) throw new RangeError('Growth needs two sizes.');
  const timed = ({ units, seconds, phase_seconds }: SizeFigures) => ({
    units,
    seconds,
    phaseSeconds: phase_seconds,
  });
  return {
    recipe: grown.recipe,
    unit: grown.one,
    node: process.version,
    runs: measured[0]?.runs.length ?? 0,
    sizes,
    linearity: linearityOf(timed(small), timed(large)),
    memory_ok: sizes.every(({ peak_bytes }) => peak_bytes <= PEAK_BOUND_BYTES),
  };
}
