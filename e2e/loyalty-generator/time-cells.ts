import type { Random } from '../generator/random.ts';
import { daysBefore } from '../loyalty-oracle/of-users.ts';
import type { Plan } from './plan.ts';

/** The days of runs, counted from the day of the plan, in the order in which they are made. */
export const RUN_DAYS = [0, 1, 0, -3, 2] as const;

const BAD_DAYS = ['', '2025-02-30', '20.11.2025', '2025/11/20', 'yesterday', '2025-11-20T25:00', '20251120'];

/** A day on a border of what some run counts, or somewhere in the last year; now and then still to come. */
export function someDay(random: Random, { day, params }: Plan): string {
  const { activity_days, outreach_gap_days } = params;
  const window = random.pick([
    0,
    0,
    1,
    3,
    activity_days,
    outreach_gap_days,
    random.below(45),
    random.below(300),
  ]);
  const back = window + random.pick([-1, 0, 0, 0, 1]) + (random.chance(0.02) ? -20 : 0);
  return daysBefore(day, back - random.pick(RUN_DAYS));
}

/** A day in one of its spellings, or what is none. */
export function dayCell(random: Random, plan: Plan): string {
  if (random.chance(plan.faults)) return random.pick(BAD_DAYS);
  return someDay(random, plan) + random.pick(['', '', '', '', ' 23:59', 'T00:00:00.000Z', ' 01:00:00+05:00']);
}

/** An instant, often around midnight, in one of its spellings: its day in UTC may be another than the one written. */
export function instantCell(random: Random, plan: Plan): string {
  if (random.chance(plan.faults))
    return random.pick([...BAD_DAYS, '2025-11-20T10:00:60', '2025-11-20 10:00+2']);
  const day = someDay(random, plan);
  if (random.chance(0.1)) return day + random.pick(['', 'Z', '-01:00', '+05:00']);
  const minute = random.pick([0, 0, 1, 719, 720, 1439]);
  const instant = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  const [zone, ahead] = random.pick([
    ['', 0],
    ['Z', 0],
    ['+00:00', 0],
    ['+02:00', 120],
    ['+0530', 330],
    ['-08:00', -480],
  ] as const);
  const local = new Date(instant + ahead * 60_000).toISOString();
  const seconds = random.pick(['', ':00', ':00.0', ':00.5', ':00.50', ':59.999', ':30']);
  return local.slice(0, 10) + random.pick(['T', ' ']) + local.slice(11, 16) + seconds + zone;
}
