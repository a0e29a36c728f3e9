import { dayNumber } from '../campaign-oracle/cells.ts';
import { type LoadedSource, rowsOf } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';
import type { Fraction } from '../sales-oracle/fraction.ts';
import { dayOf, latestTime } from './of-users.ts';
import { shareOf } from './scores.ts';
import { LOYALTY_SOURCES, type LoyaltySource } from './sources.ts';

/** The share of the records of a source that were rejected. */
export function rejectedShare({ files, accepted }: LoadedSource): Fraction {
  const rejected = files.reduce((sum, file) => sum + file.rejected.length, 0);
  return shareOf(rejected, rejected + accepted.length);
}

/** Days from the latest time to a day: null without records, undefined where the source has no time. */
export function daysBehind({ source, accepted }: LoadedSource, asOf: string): number | null | undefined {
  const { time } = describe(source.name);
  if (time === undefined) return undefined;
  const latest = latestTime(accepted, time);
  return latest === null ? null : Number(dayNumber(asOf) - dayNumber(dayOf(latest)));
}

/** The share of empty values of each optional column, by `source.column`. */
export function emptyShares({ source, accepted }: LoadedSource): readonly (readonly [string, Fraction])[] {
  return source.columns
    .filter(({ required }) => !required)
    .map(({ name }) => {
      const empty = accepted.filter((row) => (row.get(name) ?? null) === null).length;
      return [`${source.name}.${name}`, shareOf(empty, accepted.length)];
    });
}

/** The share of records of a user or a region that is not there; undefined where the source has neither. */
export function orphanShare(
  { source, accepted }: LoadedSource,
  all: readonly LoadedSource[],
): Fraction | undefined {
  const { belongs } = describe(source.name);
  if (belongs === undefined) return undefined;
  const home = belongs === 'user_id' ? 'user_profile' : 'region_metadata';
  const known = new Set(rowsOf(all, home).map((row) => textOf(row, belongs)));
  const lost = accepted.filter((row) => !known.has(textOf(row, belongs))).length;
  return shareOf(lost, accepted.length);
}

function describe(name: string): LoyaltySource {
  const found = LOYALTY_SOURCES.find((source) => source.name === name);
  if (!found) throw new Error(`There is no source ${name}.`);
  return found;
}
