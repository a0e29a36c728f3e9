import type { Random } from '../../random.ts';
import type { Habit, Member } from './member.ts';

const RANGES: Readonly<Record<Habit, readonly [least: number, most: number]>> = {
  keen: [64, 99],
  steady: [42, 76],
  fading: [12, 48],
  gone: [0, 20],
  new: [20, 80],
};

/** A score such as the model gives: mostly with one decimal, some with four. */
export function scoreOf({ habit }: Member, random: Random): string {
  const [least, most] = RANGES[habit];
  const whole = random.between(least, most);
  return random.chance(0.1) ? `${whole}.${random.between(1000, 9999)}` : `${whole}.${random.below(10)}`;
}
