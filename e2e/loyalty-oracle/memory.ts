import type { Fraction } from '../sales-oracle/fraction.ts';
import type { Snapshots } from './master.ts';
import type { User } from './users.ts';

/** What a run leaves for the monitors of later ones. */
export interface Measures {
  /** Accepted records by source. */
  readonly accepted: ReadonlyMap<string, number>;
  /** Shares of empty values by `source.column`. */
  readonly nulls: ReadonlyMap<string, Fraction>;
}

/** What a workspace remembers of the runs into it. */
export interface Memory {
  readonly snapshots: Snapshots;
  /** By run, the first one first. */
  readonly measures: readonly Measures[];
}

/** A workspace without runs, which is also what a run without one knows. */
export const NOTHING: Memory = { snapshots: new Map(), measures: [] };

/** The memory after one more run: its users take the place of those of the same day. */
export function remember(memory: Memory, day: string, users: readonly User[], measures: Measures): Memory {
  return {
    snapshots: new Map([...memory.snapshots, [day, users]]),
    measures: [...memory.measures, measures],
  };
}

/** The users of the latest day before another, of which there are any. */
export function lastSnapshot({ snapshots }: Memory, day: string): readonly User[] {
  const earlier = [...snapshots].filter(([other, users]) => other < day && users.length > 0);
  return earlier.toSorted(([left], [right]) => (left < right ? -1 : 1)).at(-1)?.[1] ?? [];
}
