import { type ByPhase, type Linearity, linearityOf, PEAK_BOUND_BYTES, phaseSpreads } from '../linearity.ts';
import type { MusterRun } from '../muster-run.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import type { Finished } from '../watched-process.ts';

/** Runs of both programs over the files of one size, as they come out. */
export interface MeasuredSize {
  readonly inputBytes: number;
  readonly musters: readonly MusterRun[];
  readonly peers: readonly Finished[];
}

/** What one size came to; seconds, and bytes at the most. */
export interface SizeFigures {
  readonly lines: number;
  readonly customers: number;
  readonly targets: number;
  readonly input_bytes: number;
  readonly seconds: Spread;
  readonly phase_seconds: ByPhase<Spread>;
  readonly peak_bytes: number;
  readonly peer_seconds: Spread;
  /** Undefined where the system does not say. */
  readonly peer_peak_bytes: number | undefined;
  /** Seconds of Muster over those of the peer. */
  readonly ratio: number;
}

/** Everything that the benchmark found out about sales-analytics. */
export interface SalesReport {
  readonly recipe: 'sales-analytics';
  readonly node: string;
  readonly peer: string;
  readonly runs: number;
  /** The smallest first. */
  readonly sizes: readonly SizeFigures[];
  readonly linearity: Linearity;
  /** Whether no run of Muster held more memory than is allowed. */
  readonly memory_ok: boolean;
}

function figuresOf({ inputBytes, musters, peers }: MeasuredSize): SizeFigures {
  const seconds = spreadOf(musters.map((run) => run.seconds));
  const peerSeconds = spreadOf(peers.map((run) => run.seconds));
  const peerPeaks = peers.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return {
    lines: musters[0]?.read.get('sales') ?? 0,
    customers: musters[0]?.entered ?? 0,
    targets: musters[0]?.delivered ?? 0,
    input_bytes: inputBytes,
    seconds,
    phase_seconds: phaseSpreads(musters),
    peak_bytes: Math.max(...musters.map(({ peakBytes }) => peakBytes)),
    peer_seconds: peerSeconds,
    peer_peak_bytes: peerPeaks.length > 0 ? Math.max(...peerPeaks) : undefined,
    ratio: seconds.median / peerSeconds.median,
  };
}

/** Medians of each size, how they grow, and the peer's. Throws a RangeError without two sizes. */
export function salesReport(peer: string, measured: readonly MeasuredSize[]): SalesReport {
  const sizes = measured.map(figuresOf).toSorted((left, right) => left.lines - right.lines);
  const [small, large] = [sizes.at(0), sizes.at(-1)];
  if (!small || !large || small === large) throw new RangeError('Growth needs two sizes.');
  const timed = ({ lines, seconds, phase_seconds }: SizeFigures) => ({
    units: lines,
    seconds,
    phaseSeconds: phase_seconds,
  });
  return {
    recipe: 'sales-analytics',
    node: process.version,
    peer,
    runs: measured[0]?.musters.length ?? 0,
    sizes,
    linearity: linearityOf(timed(small), timed(large)),
    memory_ok: sizes.every(({ peak_bytes }) => peak_bytes <= PEAK_BOUND_BYTES),
  };
}
