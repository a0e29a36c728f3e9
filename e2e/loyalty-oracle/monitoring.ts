import type { LoadedSource } from '../oracle/load.ts';
import { compare, type Fraction, fraction, minus, whole, written } from '../sales-oracle/fraction.ts';
import { FREE } from '../sales-oracle/free-columns.ts';
import type { Table } from '../sales-oracle/table.ts';
import { lastSnapshot, type Measures, type Memory } from './memory.ts';
import { averageOf, shareOfBand } from './scores.ts';
import { daysBehind, emptyShares, orphanShare, rejectedShare } from './source-measures.ts';
import type { User } from './users.ts';

/** What the monitor looks at. */
export interface Watched {
  readonly sources: readonly LoadedSource[];
  readonly users: readonly User[];
  readonly asOf: string;
  readonly memory: Memory;
}

type Status = 'ok' | 'warn' | 'fail';

const [WARN_VOLUME, FAIL_VOLUME] = [fraction(1n, 5n), fraction(1n, 2n)];
const [ONE_PERCENT, FIVE_PERCENT] = [fraction(1n, 100n), fraction(1n, 20n)];
const RUNS_OF_VOLUME = 7;
const NONE = whole(0n);

/** What `monitoring.csv` holds; the sentences are free. */
export function monitoring(watched: Watched): Table {
  const rows = [volume, rejected, freshness, nulls, orphans, scoreShift, bandShift].flatMap((check) =>
    check(watched),
  );
  return {
    header: ['check', 'source', 'value', 'expected', 'status', 'text'],
    rows: rows.map((row) => [...row, FREE]),
  };
}

/** What later runs will know of this one. */
export function measuresOf(sources: readonly LoadedSource[]): Measures {
  return {
    accepted: new Map(sources.map(({ source, accepted }) => [source.name, accepted.length])),
    nulls: new Map(sources.flatMap(emptyShares)),
  };
}

function volume({ sources, memory }: Watched): readonly (readonly string[])[] {
  const lately = memory.measures.slice(-RUNS_OF_VOLUME);
  return sources.map(({ source, accepted }) => {
    const median = medianOf(lately.map((measures) => measures.accepted.get(source.name) ?? 0));
    const row = ['volume', source.name, String(accepted.length)];
    if (median === undefined) return [...row, '', 'ok'];
    const text = written(median, 1).replace(/\.0$/, '');
    return [...row, text, offMedian(BigInt(accepted.length), median)];
  });
}

function offMedian(accepted: bigint, median: Fraction): Status {
  // Of nothing, anything is too much.
  if (median.top === 0n) return accepted === 0n ? 'ok' : 'fail';
  const off = sizeOf(minus(whole(accepted), median));
  return past(fraction(off.top * median.bottom, off.bottom * median.top), WARN_VOLUME, FAIL_VOLUME);
}

function rejected({ sources }: Watched): readonly (readonly string[])[] {
  return sources.map((loaded) => {
    const share = rejectedShare(loaded);
    const status = past(share, ONE_PERCENT, FIVE_PERCENT);
    return ['rejected', loaded.source.name, written(share, 4), '0.0100', status];
  });
}

function freshness({ sources, asOf }: Watched): readonly (readonly string[])[] {
  return sources.flatMap((loaded) => {
    const behind = daysBehind(loaded, asOf);
    if (behind === undefined) return [];
    const row = ['freshness', loaded.source.name];
    if (behind === null) return [[...row, '', '2', 'ok']];
    const status = behind < 0 ? 'warn' : past(whole(BigInt(behind)), whole(2n), whole(7n));
    return [[...row, String(behind), '2', status]];
  });
}

function nulls({ sources, memory }: Watched): readonly (readonly string[])[] {
  const last = memory.measures.at(-1)?.nulls;
  return sources.flatMap(emptyShares).map(([name, share]) => {
    const before = last?.get(name);
    const rise = before ? minus(share, before) : NONE;
    const status = compare(rise, fraction(1n, 10n)) > 0 ? 'warn' : 'ok';
    return ['nulls', name, written(share, 4), before ? written(before, 4) : '', status];
  });
}

function orphans({ sources }: Watched): readonly (readonly string[])[] {
  return sources.flatMap((loaded) => {
    const share = orphanShare(loaded, sources);
    if (!share) return [];
    return [['orphans', loaded.source.name, written(share, 4), '0.0000', past(share, NONE, FIVE_PERCENT)]];
  });
}

function scoreShift({ users, asOf, memory }: Watched): readonly (readonly string[])[] {
  const [now, before] = [users, lastSnapshot(memory, asOf)].map(averageOf);
  const shift = now && before ? sizeOf(minus(now, before)) : NONE;
  const [value, expected] = [now, before].map((average) => (average ? written(average, 2) : ''));
  return [
    ['score_shift', 'engagement_score', value ?? '', expected ?? '', past(shift, whole(5n), whole(15n))],
  ];
}

function bandShift({ users, asOf, memory }: Watched): readonly (readonly string[])[] {
  const last = lastSnapshot(memory, asOf);
  return (['high', 'low'] as const).map((band) => {
    const now = shareOfBand(users, band);
    const before = last.length > 0 ? shareOfBand(last, band) : undefined;
    const shift = before ? sizeOf(minus(now, before)) : NONE;
    const status = past(shift, FIVE_PERCENT, fraction(15n, 100n));
    return ['band_shift', band, written(now, 4), before ? written(before, 4) : '', status];
  });
}

/** How bad a figure is that should not be past two bounds; on a bound it is not past it. */
function past(figure: Fraction, warn: Fraction, fail: Fraction): Status {
  if (compare(figure, fail) > 0) return 'fail';
  return compare(figure, warn) > 0 ? 'warn' : 'ok';
}

function sizeOf({ top, bottom }: Fraction): Fraction {
  return { top: top < 0n ? -top : top, bottom };
}

/** The middle of numbers, or what is halfway between the two in the middle; undefined where there is none. */
function medianOf(numbers: readonly number[]): Fraction | undefined {
  if (numbers.length === 0) return undefined;
  const sorted = numbers.toSorted((left, right) => left - right);
  const at = (place: number) => BigInt(sorted[place] ?? 0);
  const middle = (sorted.length - 1) / 2;
  return fraction(at(Math.floor(middle)) + at(Math.ceil(middle)), 2n);
}
