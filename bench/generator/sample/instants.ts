import { wallClock } from '../days.ts';
import type { Random } from '../random.ts';

/** An instant as one of several systems writes it: with and without a zone, with a fraction. */
export function instantText(instant: number, random: Random): string {
  const dice = random.fraction();
  const utc = wallClock(instant);
  if (dice < 0.6) return `${utc.day}T${utc.time}Z`;
  if (dice < 0.75) return `${utc.day} ${utc.time}`;
  if (dice < 0.8) return `${utc.day}T${utc.time}.${random.between(100, 999)}Z`;
  const [hoursEast, zone] = random.pick<readonly [number, string]>([
    [2, '+02:00'],
    [-5, '-05:00'],
    [-8, '-0800'],
    [1, '+01:00'],
  ]);
  const local = wallClock(instant, hoursEast);
  return `${local.day}T${local.time}${zone}`;
}

/** A line and where it stands in its file. */
export interface Placed {
  readonly instant: number;
  readonly cells: readonly string[];
}

const DAY = 86_400;

/** The cells in the order of time, but for a few that arrived late; equal instants stay as they were. */
export function inOrderOfArrival(rows: readonly Placed[], random: Random): readonly (readonly string[])[] {
  return rows
    .map(({ instant, cells }) => ({
      cells,
      arrived: instant + (random.chance(0.06) ? random.below(90 * DAY) : 0),
    }))
    .sort((left, right) => left.arrived - right.arrived)
    .map(({ cells }) => cells);
}
