import { type Fraction, fraction, money, times } from '../sales-oracle/fraction.ts';
import type { Band, User } from './users.ts';

/** The exact average of the scores that there are; undefined where there is none. */
export function averageOf(users: readonly User[]): Fraction | undefined {
  const scores = users.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length === 0) return undefined;
  const sum = scores.reduce((left, right) => left + right, 0n);
  return times(money(sum), fraction(1n, BigInt(scores.length)));
}

/** The share of the users in a band; 0 where there are no users. */
export function shareOfBand(users: readonly User[], band: Band): Fraction {
  return shareOf(users.filter((user) => user.band === band).length, users.length);
}

/** So many of so many; 0 of none. */
export function shareOf(part: number, all: number): Fraction {
  return all === 0 ? fraction(0n, 1n) : fraction(BigInt(part), BigInt(all));
}
