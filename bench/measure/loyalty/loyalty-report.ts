import { type ByPhase, type Linearity, linearityOf, PEAK_BOUND_BYTES, phaseSpreads } from '../linearity.ts';
import type { MusterRun } from '../muster-run.ts';
import { type Spread, spreadOf } from '../statistics.ts';

/** Runs over the files of one size, as they come out. */
export interface MeasuredSize {
  readonly inputBytes: number;
  readonly runs: readonly MusterRun[];
}

/** What one size came to; seconds, and bytes at the most. */
export interface SizeFigures {
  /** Rows of all files. */
  readonly rows: number;
  readonly users: number;
  readonly routed: number;
  readonly input_bytes: number;
  readonly seconds: Spread;
  readonly rows_a_second: number;
  readonly phase_seconds: ByPhase<Spread>;
  readonly peak_bytes: number;
}

/** Everything that the benchmark found out about loyalty-engagement. */
export interface LoyaltyReport {
  readonly recipe: 'loyalty-engagement';
  readonly node: string;
  readonly runs: number;
  /** The smallest first. */
  readonly sizes: readonly SizeFigures[];
  readonly linearity: Linearity;
  /** Whether no run held more memory than is allowed. */
  readonly memory_ok: boolean;
}

function figuresOf({ inputBytes, runs }: MeasuredSize): SizeFigures {
  const [first] = runs;
  const rows = [...(first?.read.values() ?? [])].reduce((sum, read) => sum + read, 0);
  const seconds = spreadOf(runs.map((run) => run.seconds));
  return {
    rows,
    users: first?.entered ?? 0,
    routed: first?.delivered ?? 0,
    input_bytes: inputBytes,
    seconds,
    rows_a_second: Math.round(rows / seconds.median),
    phase_seconds: phaseSpreads(runs),
    peak_bytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
  };
}

/** Medians of each size and how they grow. Throws a RangeError without two sizes. */
export function loyaltyReport(measured: readonly MeasuredSize[]): LoyaltyReport {
  const sizes = measured.map(figuresOf).toSorted((left, right) => left.rows - right.rows);
  const [small, large] = [sizes.at(0), sizes.at(-1)];
  if (!small || !large || small === large) throw new RangeError('Growth needs two sizes.');
  const timed = ({ rows, seconds, phase_seconds }: SizeFigures) => ({
    units: rows,
    seconds,
    phaseSeconds: phase_seconds,
  });
  return {
    recipe: 'loyalty-engagement',
    node: process.version,
    runs: measured[0]?.runs.length ?? 0,
    sizes,
    linearity: linearityOf(timed(small), timed(large)),
    memory_ok: sizes.every(({ peak_bytes }) => peak_bytes <= PEAK_BOUND_BYTES),
  };
}
