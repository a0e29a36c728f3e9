import { PEAK_BOUND_BYTES } from './linearity.ts';
import type { MusterRun, Phases } from './muster-run.ts';
import { type Spread, spreadOf } from './statistics.ts';
import type { Finished } from './watched-process.ts';

/** One figure that must not be above its bound. */
export interface Bound {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  readonly ok: boolean;
}

/** One run at one size. */
export interface Growth {
  readonly bookings: number;
  readonly seconds: number;
  readonly peak_bytes: number;
}

/** Everything that the benchmark found out; seconds, bytes and ratios of medians. */
export interface Report {
  readonly bookings: number;
  readonly input_bytes: number;
  readonly runs: number;
  readonly node: string;
  readonly sqlite: string;
  readonly import_seconds: Spread;
  readonly muster_seconds: Spread;
  readonly phase_seconds: Readonly<Record<keyof Phases, Spread>>;
  readonly whole_run_ratio: number;
  readonly import_peak_bytes: number | undefined;
  readonly bounds: readonly Bound[];
  readonly growth: readonly Growth[];
}

/** What was measured, as it comes out of the runs. */
export interface Measured {
  readonly bookings: number;
  readonly inputBytes: number;
  readonly sqlite: string;
  readonly imports: readonly Finished[];
  readonly musters: readonly MusterRun[];
  readonly growth: readonly Growth[];
}

const LOAD_BOUND = 1.8;
const LEDGER_BOUND = 0.8;

const bound = (name: string, value: number, most: number): Bound => ({
  name,
  value,
  bound: most,
  ok: value <= most,
});

/** Medians, ratios and bounds. */
export function reportOf({ bookings, inputBytes, sqlite, imports, musters, growth }: Measured): Report {
  const phase = (name: keyof Phases): Spread => spreadOf(musters.map(({ phases }) => phases[name]));
  const importing = spreadOf(imports.map(({ seconds }) => seconds));
  const whole = spreadOf(musters.map(({ seconds }) => seconds));
  const ledger = spreadOf(musters.map(({ phases }) => phases.tables + phases.rules));
  const peaks = imports.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return {
    bookings,
    input_bytes: inputBytes,
    runs: musters.length,
    node: process.version,
    sqlite,
    import_seconds: importing,
    muster_seconds: whole,
    phase_seconds: {
      load: phase('load'),
      tables: phase('tables'),
      rules: phase('rules'),
      outputs: phase('outputs'),
      write: phase('write'),
    },
    whole_run_ratio: whole.median / importing.median,
    import_peak_bytes: peaks.length > 0 ? spreadOf(peaks).median : undefined,
    bounds: [
      bound('import / .import', phase('load').median / importing.median, LOAD_BOUND),
      bound('tables and ledger / .import', ledger.median / importing.median, LEDGER_BOUND),
      bound('peak memory', spreadOf(musters.map(({ peakBytes }) => peakBytes)).median, PEAK_BOUND_BYTES),
      ...growth.map((size) =>
        bound(`peak memory, ${size.bookings} bookings`, size.peak_bytes, PEAK_BOUND_BYTES),
      ),
    ],
    growth,
  };
}
