import { type ByPhase, type Linearity, linearityOf, PEAK_BOUND_BYTES, phaseSpreads } from '../linearity.ts';
import type { MusterRun } from '../muster-run.ts';
import { type Spread, spreadOf } from '../statistics.ts';

/** Runs over the files for one number of clients, as they come out. */
export interface MeasuredSize {
  readonly clients: number;
  readonly inputBytes: number;
  readonly runs: readonly MusterRun[];
}

/** What one number of clients came to; seconds, and bytes at the most. */
export interface SizeFigures {
  readonly clients: number;
  readonly leads: number;
  readonly targets: number;
  readonly input_bytes: number;
  readonly seconds: Spread;
  readonly phase_seconds: ByPhase<Spread>;
  readonly peak_bytes: number;
}

/** Everything that the benchmark found out about campaign-targets. */
export interface CampaignReport {
  readonly recipe: 'campaign-targets';
  readonly node: string;
  readonly runs: number;
  /** The smallest first. */
  readonly sizes: readonly SizeFigures[];
  readonly linearity: Linearity;
  /** Whether no run held more memory than is allowed. */
  readonly memory_ok: boolean;
}

function figuresOf({ clients, inputBytes, runs }: MeasuredSize): SizeFigures {
  return {
    clients,
    leads: runs[0]?.entered ?? 0,
    targets: runs[0]?.delivered ?? 0,
    input_bytes: inputBytes,
    seconds: spreadOf(runs.map(({ seconds }) => seconds)),
    phase_seconds: phaseSpreads(runs),
    peak_bytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
  };
}

/** Medians of each size and how they grow. Throws a RangeError without two sizes. */
export function campaignReport(measured: readonly MeasuredSize[]): CampaignReport {
  const sizes = measured.map(figuresOf).toSorted((left, right) => left.clients - right.clients);
  const [small, large] = [sizes.at(0), sizes.at(-1)];
  if (!small || !large || small === large) throw new RangeError('Growth needs two sizes.');
  const timed = ({ leads, seconds, phase_seconds }: SizeFigures) => ({
    units: leads,
    seconds,
    phaseSeconds: phase_seconds,
  });
  return {
    recipe: 'campaign-targets',
    node: process.version,
    runs: measured[0]?.runs.length ?? 0,
    sizes,
    linearity: linearityOf(timed(small), timed(large)),
    memory_ok: sizes.every(({ peak_bytes }) => peak_bytes <= PEAK_BOUND_BYTES),
  };
}
