import { Fault, type ReadValue, type StoredValue, valueReader } from './values.ts';

/** What a text column takes where other columns of the same record have certain values. */
export interface Beside {
  /** Each of these columns has one of its values: those of a text in any case. */
  readonly where: readonly { readonly column: string; readonly values: readonly string[] }[];
  /** `nothing`: no value is right, nor an empty one. */
  readonly takes: 'date' | 'decimal' | 'integer' | 'nothing';
  /** What stands between the values of a list, each of which is read by itself; undefined: one value. */
  readonly list: string | undefined;
}

/**
 * Finds the first condition that holds and that a trimmed text does not meet; the record's values stand in `values` from `offset`
 * on, null where they are empty or faulty. An empty text is no date and no number.
 */
export type FindUnmet = (text: string, values: readonly StoredValue[], offset: number) => Beside | undefined;

/** The check of a column by its conditions, which name other columns of the source; `names` are all of those, in order. */
export function besideCheck(conditions: readonly Beside[], names: readonly string[]): FindUnmet {
  const plan = conditions.map((condition) => ({
    condition,
    where: condition.where.map(({ column, values }) => ({
      place: names.indexOf(column),
      folded: new Set(values.map((value) => value.toLowerCase())),
    })),
    isMet: textCheck(condition),
  }));
  return (text, values, offset) =>
    plan.find(({ where, isMet }) => {
      const holds = where.every(({ place, folded }) => {
        const value = values[offset + place];
        return typeof value === 'string' && folded.has(value.toLowerCase());
      });
      return holds && !isMet(text);
    })?.condition;
}

function textCheck({ takes, list }: Beside): (text: string) => boolean {
  if (takes === 'nothing') return () => false;
  const read: ReadValue = valueReader({ kind: takes });
  const isRead = (text: string) => !(read(text) instanceof Fault);
  return list === undefined ? isRead : (text) => text.split(list).every((part) => isRead(part.trim()));
}
