import { AS_OF_DAY } from '../../days.ts';
import type { Random } from '../../random.ts';
import { seasonOf } from '../season.ts';

/** The first day of the sample, a Friday. */
export const FIRST_DAY = Date.UTC(2024, 10, 1) / 86_400_000;
/** The last day that was exported, shortly before the as-of date. */
export const LAST_DAY = AS_OF_DAY - 2;

/** How a kind of customer buys: the days of the orders, in any order. */
interface Kind {
  readonly count: number;
  readonly days: (random: Random) => readonly number[];
}

/** The kinds of customers of the shop, and how many there are of each. */
export const KINDS: readonly Kind[] = [
  // Came once, at any time, mostly before Christmas.
  { count: 140, days: (random) => [seasonalDay(random, FIRST_DAY, LAST_DAY - 60)] },
  // Came for the first time in the last weeks.
  { count: 24, days: (random) => [random.between(LAST_DAY - 24, LAST_DAY)] },
  // Came once in early autumn, or last spring.
  { count: 20, days: (random) => [random.between(LAST_DAY - 75, LAST_DAY - 26)] },
  // Came for the first time in late summer, and again since.
  { count: 12, days: (random) => steps(random, LAST_DAY - random.between(45, 75), LAST_DAY - 9, [32, 60]) },
  // Buy every few weeks, without a break.
  {
    count: 13,
    days: (random) => steps(random, random.between(FIRST_DAY, FIRST_DAY + 150), LAST_DAY, [15, 38]),
  },
  // Buy every two months or so.
  {
    count: 34,
    days: (random) => steps(random, random.between(FIRST_DAY, FIRST_DAY + 260), LAST_DAY, [38, 85]),
  },
  // Bought two or three times, and have not come for some months.
  {
    count: 30,
    days: (random) => steps(random, AS_OF_DAY - random.between(230, 330), AS_OF_DAY - 85, [45, 110]),
  },
  // Were among the best, and stayed away since last winter or spring.
  {
    count: 20,
    days: (random) =>
      steps(random, FIRST_DAY + random.between(0, 40), AS_OF_DAY - random.between(200, 330), [20, 48]),
  },
  // Were gone for most of a year, and have come back.
  {
    count: 11,
    days: (random) => [
      ...steps(random, FIRST_DAY + random.between(0, 60), FIRST_DAY + 190, [25, 60]),
      ...steps(random, LAST_DAY - random.between(30, 80), LAST_DAY, [14, 40]),
    ],
  },
  // Buy presents before Christmas, and nothing else.
  {
    count: 16,
    days: (random) => [
      ...[1, 2].map(() => random.between(FIRST_DAY + 15, FIRST_DAY + 50)),
      ...(random.chance(0.6) ? [random.between(FIRST_DAY + 380, FIRST_DAY + 415)] : []),
    ],
  },
];

/** A day between two others that is more likely where more is sold. */
function seasonalDay(random: Random, first: number, last: number): number {
  for (;;) {
    const day = random.between(first, last);
    if (random.chance(seasonOf(day) / 2.6)) return day;
  }
}

/** Days from the first up to the last, with so many days from one to the next. */
function steps(
  random: Random,
  first: number,
  last: number,
  [least, most]: readonly [number, number],
): readonly number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day += random.between(least, most)) days.push(day);
  return days;
}
