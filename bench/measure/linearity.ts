import type { MusterRun, Phases } from './muster-run.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** The parts of a run, in order. */
export const PHASES = [
  'load',
  'tables',
  'rules',
  'outputs',
  'write',
] as const satisfies readonly (keyof Phases)[];

/** A figure for each part of a run. */
export type ByPhase<Figure> = Readonly<Record<keyof Phases, Figure>>;

/** How long runs over one size took: so many units are what seconds are counted by. */
export interface TimedSize {
  readonly units: number;
  readonly seconds: Spread;
  readonly phaseSeconds: ByPhase<Spread>;
}

/** The largest size beside the smallest: 1 is as many seconds a unit; more is worse. */
export interface Linearity {
  readonly whole: number;
  readonly phases: ByPhase<number>;
  readonly ok: boolean;
}

/** How many times as long a unit may take when there are more of them. */
export const LINEARITY_BOUND = 1.25;
/** Most memory resident that a run may hold, in bytes. */
export const PEAK_BOUND_BYTES = 300_000_000;

function byPhase<Figure>(of: (phase: keyof Phases) => Figure): ByPhase<Figure> {
  return {
    load: of('load'),
    tables: of('tables'),
    rules: of('rules'),
    outputs: of('outputs'),
    write: of('write'),
  };
}

/** Median, least and most seconds of each part of several runs. */
export function phaseSpreads(runs: readonly MusterRun[]): ByPhase<Spread> {
  return byPhase((phase) => spreadOf(runs.map(({ phases }) => phases[phase])));
}

/** How seconds a unit grow from one size to another. */
export function linearityOf(small: TimedSize, large: TimedSize): Linearity {
  const growth = (of: (size: TimedSize) => Spread): number =>
    of(large).median / large.units / (of(small).median / small.units);
  const whole = growth(({ seconds }) => seconds);
  return {
    whole,
    phases: byPhase((phase) => growth(({ phaseSeconds }) => phaseSeconds[phase])),
    ok: whole <= LINEARITY_BOUND,
  };
}
