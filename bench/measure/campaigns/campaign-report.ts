import type { MusterRun, Phases } from '../muster-run.ts';
import { type Spread, spreadOf } from '../statistics.ts';

/** The parts of a run, in order. */
export const PHASES = [
  'load',
  'tables',
  'rules',
  'outputs',
  'write',
] as const satisfies readonly (keyof Phases)[];

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
  readonly phase_seconds: Readonly<Record<keyof Phases, Spread>>;
  readonly peak_bytes: number;
}

/** The largest size beside the smallest: 1 is as many seconds a lead; more is worse. */
export interface Linearity {
  readonly whole: number;
  readonly phases: Readonly<Record<keyof Phases, number>>;
  readonly ok: boolean;
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

/** How many times as long a lead may take when there are more of them. */
export const LINEARITY_BOUND = 1.25;
/** Most memory resident that a run may hold, in bytes. */
export const PEAK_BOUND_BYTES = 300_000_000;

function byPhase<Figure>(of: (phase: keyof Phases) => Figure): Readonly<Record<keyof Phases, Figure>> {
  return {
    load: of('load'),
    tables: of('tables'),
    rules: of('rules'),
    outputs: of('outputs'),
    write: of('write'),
  };
}

function figuresOf({ clients, inputBytes, runs }: MeasuredSize): SizeFigures {
  return {
    clients,
    leads: runs[0]?.entered ?? 0,
    targets: runs[0]?.delivered ?? 0,
    input_bytes: inputBytes,
    seconds: spreadOf(runs.map(({ seconds }) => seconds)),
    phase_seconds: byPhase((phase) => spreadOf(runs.map(({ phases }) => phases[phase]))),
    peak_bytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
  };
}

/** Medians of each size and how they grow. Throws a RangeError without two sizes. */
export function campaignReport(measured: readonly MeasuredSize[]): CampaignReport {
  const sizes = measured.map(figuresOf).toSorted((left, right) => left.clients - right.clients);
  const [small, large] = [sizes.at(0), sizes.at(-1)];
  if (!small || !large || small === large) throw new RangeError('Growth needs two sizes.');
  const growth = (of: (size: SizeFigures) => Spread): number =>
    of(large).median / large.leads / (of(small).median / small.leads);
  const whole = growth(({ seconds }) => seconds);
  return {
    recipe: 'campaign-targets',
    node: process.version,
    runs: measured[0]?.runs.length ?? 0,
    sizes,
    linearity: {
      whole,
      phases: byPhase((phase) => growth(({ phase_seconds }) => phase_seconds[phase])),
      ok: whole <= LINEARITY_BOUND,
    },
    memory_ok: sizes.every(({ peak_bytes }) => peak_bytes <= PEAK_BOUND_BYTES),
  };
}
