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
  /** Of all sources. */
  readonly records: number;
  readonly transactions: number;
  readonly visits: number;
  readonly customers: number;
  readonly input_bytes: number;
  readonly seconds: Spread;
  readonly phase_seconds: ByPhase<Spread>;
  readonly peak_bytes: number;
}

/** Everything that the benchmark found out about customer-360. */
export interface CustomerReport {
  readonly recipe: 'customer-360';
  readonly node: string;
  readonly runs: number;
  /** The smallest first. */
  readonly sizes: readonly SizeFigures[];
  readonly linearity: Linearity;
  /** Whether no run held more memory than is allowed. */
  readonly memory_ok: boolean;
}

function figuresOf({ inputBytes, runs }: MeasuredSize): SizeFigures {
  const read = runs[0]?.read ?? new Map<string, number>();
  return {
    records: [...read.values()].reduce((sum, records) => sum + records, 0),
    transactions: read.get('transactions') ?? 0,
    visits: read.get('web_activity') ?? 0,
    customers: runs[0]?.delivered ?? 0,
    input_bytes: inputBytes,
    seconds: spreadOf(runs.map(({ seconds }) => seconds)),
    phase_seconds: phaseSpreads(runs),
    peak_bytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
  };
}

/** Medians of each size and how they grow by record. Throws a RangeError without two sizes. */
export function customerReport(measured: readonly MeasuredSize[]): CustomerReport {
  const sizes = measured.map(figuresOf).toSorted((left, right) => left.records - right.records);
  const [small, large] = [sizes.at(0), sizes.at(-1)];
  if (!small || !large || small === large) throw new RangeError('Growth needs two sizes.');
  const timed = ({ records, seconds, phase_seconds }: SizeFigures) => ({
    units: records,
    seconds,
    phaseSeconds: phase_seconds,
  });
  return {
    recipe: 'customer-360',
    node: process.version,
    runs: measured[0]?.runs.length ?? 0,
    sizes,
    linearity: linearityOf(timed(small), timed(large)),
    memory_ok: sizes.every(({ peak_bytes }) => peak_bytes <= PEAK_BOUND_BYTES),
  };
}
