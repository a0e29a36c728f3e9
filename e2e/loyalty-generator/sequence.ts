import type { Random } from '../generator/random.ts';
import { daysBefore } from '../loyalty-oracle/of-users.ts';
import type { LoyaltySourceName } from '../loyalty-oracle/sources.ts';
import type { Params } from '../loyalty-oracle/users.ts';
import { changedWorld } from './changes.ts';
import { makePlan } from './plan.ts';
import { RUN_DAYS } from './time-cells.ts';
import { makeWorld, messyFiles, SOURCE_NAMES, type World } from './world.ts';

/** One run of several into one workspace. */
export interface PlannedRun {
  readonly asOf: string;
  readonly params: Params;
  readonly without: readonly LoyaltySourceName[];
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** Runs as of a day, the next, the first again, one before it and one behind them, each over files of its own. */
export function plannedRuns(random: Random): readonly PlannedRun[] {
  const plan = makePlan(random);
  let world: World = makeWorld(random, plan);
  return RUN_DAYS.map((ahead, at) => {
    if (at > 0) world = changedWorld(random, plan, world);
    const without = random.chance(0.1) ? [random.pick(SOURCE_NAMES)] : [];
    // What is left out may be there all the same, or not.
    const files = Object.entries(messyFiles(random, plan, world)).filter(
      ([name]) => at % 2 === 0 || !without.some((left) => name.toLowerCase().startsWith(`${left}.`)),
    );
    return {
      asOf: daysBefore(plan.day, -ahead),
      params: plan.params,
      without,
      files: Object.fromEntries(files),
    };
  });
}
