import { weighted } from '../../campaigns/weighted.ts';
import { AS_OF_DAY } from '../../days.ts';
import { DOMAINS, FIRST_NAMES, LAST_NAMES } from '../../people.ts';
import { createRandom, type Random } from '../../random.ts';

/** How somebody uses what was subscribed to. */
export type Habit = 'keen' | 'steady' | 'fading' | 'gone' | 'new';

/** A made-up user, from whom the lines of all files are made. */
export interface Member {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly region: string;
  readonly plan: string;
  /** The day of signing up, counted from 1970. */
  readonly since: number;
  readonly active: boolean;
  readonly habit: Habit;
}

const MAIN = 400;
const OLD_PORTAL = 45;
const PARTNER = 25;

const REGIONS = weighted(
  [30, '10'],
  [26, '20'],
  [20, '30'],
  [12, '40'],
  [10, 'AT'],
  [6, 'CH'],
  [4, '07'],
  [2, 'NL'],
  [1, 'DK'],
);
const PLANS = weighted([10, 'Basic'], [8, 'Plus'], [3, 'Family'], [2, 'Business'], [1, '']);
const HABITS = weighted<Habit>([11, 'keen'], [13, 'steady'], [8, 'fading'], [4, 'gone'], [3, 'new']);

/** The users of the sample, without the cast. */
export function createMembers(seed: number): readonly Member[] {
  const random = createRandom(seed, 'members');
  return Array.from({ length: MAIN + OLD_PORTAL + PARTNER }, (_, number) => {
    const habit = random.pick(HABITS);
    const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
    const age = habit === 'new' ? random.between(1, 25) : random.between(60, 1500);
    return {
      number,
      id: memberId(number),
      name: fullName(random, first, last),
      email: memberEmail(random, `${first}.${last}${number % 100}@${random.pick(DOMAINS)}`),
      region: random.pick(REGIONS),
      plan: random.pick(PLANS),
      since: AS_OF_DAY - age,
      active: !random.chance(habit === 'gone' ? 0.5 : 0.04),
      habit,
    };
  });
}

/** An id in the style of the system that the user came from. */
function memberId(number: number): string {
  if (number < MAIN) return String(20_001 + number);
  if (number < MAIN + OLD_PORTAL) return String(300 + (number - MAIN) * 3).padStart(6, '0');
  return `KI-${String(11 + (number - MAIN - OLD_PORTAL) * 2).padStart(4, '0')}`;
}

function fullName(random: Random, ...names: readonly [first: string, last: string]): string {
  if (random.chance(0.04)) return '';
  const [first = '', last = ''] = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  if (random.chance(0.05)) return `${last}, ${first}`;
  return random.chance(0.03) ? `${first} "${first.charAt(0)}" ${last}` : `${first} ${last}`;
}

function memberEmail(random: Random, good: string): string {
  if (random.chance(0.04)) return random.pick(['', '', '  ']);
  if (random.chance(0.02)) {
    return random.pick([
      good.replace('@', ' at '),
      good.replace('@', '@@'),
      `${good}.`,
      good.replace(/@.*/, '@localhost'),
    ]);
  }
  return random.chance(0.06) ? good.toUpperCase() : good;
}
