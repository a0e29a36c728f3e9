import type { Code } from '../../contract/codes.ts';
import type { Column } from '../recipe/recipe.ts';
import { besideCheck } from './beside.ts';
import type { StoredValue } from './values.ts';

/** What is right in a column by the other values of its record, which stand in `values` from `offset` on; null: empty or faulty. */
export interface RecordCheck {
  readonly name: string;
  /** Where the column stands among those of its source. */
  readonly place: number;
  readonly code: Code;
  readonly isMet: (values: readonly StoredValue[], offset: number) => boolean;
}

/** The checks of a source's columns that look at several values of a record. */
export function recordChecks(columns: readonly Column[]): readonly RecordCheck[] {
  const names = columns.map(({ name }) => name);
  return columns.flatMap(({ name, beside, leastColumn, mostColumn }, place): readonly RecordCheck[] => {
    const findUnmet = beside && besideCheck(beside, names);
    const isMet = isBetween(place, names, leastColumn, mostColumn);
    return [
      ...(findUnmet
        ? [{ name, place, code: 'not_allowed', isMet: meetsBeside(findUnmet, place) } as const]
        : []),
      ...(isMet ? [{ name, place, code: 'out_of_range', isMet } as const] : []),
    ];
  });
}

function meetsBeside(findUnmet: ReturnType<typeof besideCheck>, place: number): RecordCheck['isMet'] {
  return (values, offset) => findUnmet(String(values[offset + place] ?? ''), values, offset) === undefined;
}

/** Whether a number is not below one column and not above another; a limit that has no value decides nothing. */
function isBetween(
  place: number,
  names: readonly string[],
  least: string | undefined,
  most: string | undefined,
): RecordCheck['isMet'] | undefined {
  if (least === undefined && most === undefined) return undefined;
  const value = numberAt(place);
  const [floor, ceiling] = [numberAt(names.indexOf(least ?? '')), numberAt(names.indexOf(most ?? ''))];
  return (values, offset) => {
    const own = value(values, offset);
    if (own === undefined) return true;
    return own >= (floor(values, offset) ?? own) && own <= (ceiling(values, offset) ?? own);
  };
}

/** Reads the number of a column by its place; undefined without one, and where there is no such column. */
function numberAt(place: number): (values: readonly StoredValue[], offset: number) => bigint | undefined {
  return (values, offset) => {
    const value = place < 0 ? undefined : values[offset + place];
    return typeof value === 'bigint' ? value : undefined;
  };
}
