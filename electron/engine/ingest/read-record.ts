import type { Code } from '../../contract/codes.ts';
import type { Column } from '../recipe/recipe.ts';
import { besideCheck } from './beside.ts';
import { type Formats, formattedReader } from './value-formats.ts';
import { Fault, type StoredValue } from './values.ts';

/** A fault of a record; without a column it is one of the whole record. */
export interface RecordFault {
  readonly column: string | null;
  readonly code: Code;
  /** The earlier record that has the key. */
  readonly holder?: bigint;
}

/** Reads a record's cells into `values` from `offset` on; returns its faults in column order, undefined without any. */
export type ReadRecord = (
  cells: readonly string[],
  values: StoredValue[],
  offset: number,
) => readonly RecordFault[] | undefined;

/**
 * The reader of a source's records; `indexes` says for each column where it stands in the file, -1 where it does not;
 * `formats` how columns write their dates or numbers, where the user has said it.
 */
export function recordReader(
  columns: readonly Column[],
  indexes: readonly number[],
  formats: Readonly<Record<string, Formats>> = {},
): ReadRecord {
  const read = cellReader(columns, indexes, formats);
  // Sources without such columns pay nothing for those of others.
  return columns.some(({ beside }) => beside !== undefined) ? besideReader(columns, read) : read;
}

/** Reads each cell by itself. */
function cellReader(
  columns: readonly Column[],
  indexes: readonly number[],
  formats: Readonly<Record<string, Formats>>,
): ReadRecord {
  const plan = columns.map(({ name, type, required }, column) => ({
    name,
    required,
    read: formattedReader(type, formats[name]),
    index: indexes[column] ?? -1,
  }));
  return (cells, values, offset) => {
    let faults: RecordFault[] | undefined;
    let at = offset;
    for (const { name, required, read, index } of plan) {
      const text = cells[index]?.trim() ?? '';
      let value: StoredValue = null;
      if (text === '') {
        if (required) faults = [...(faults ?? []), { column: name, code: 'missing_value' }];
      } else {
        const result = read(text);
        if (result instanceof Fault) faults = [...(faults ?? []), { column: name, code: result.code }];
        else value = result;
      }
      values[at++] = value;
    }
    return faults;
  };
}

/** Looks, once all cells are read, at those columns that say what they take beside others. */
function besideReader(columns: readonly Column[], read: ReadRecord): ReadRecord {
  const names = columns.map(({ name }) => name);
  const plan = columns.flatMap(({ name, beside }, place) =>
    beside === undefined ? [] : [{ name, place, findUnmet: besideCheck(beside, names) }],
  );
  return (cells, values, offset) => {
    const faults = read(cells, values, offset);
    const unmet = plan.filter(({ name, place, findUnmet }) => {
      // A column has one fault at most: one that is missing is not judged again.
      if (faults?.some(({ column }) => column === name)) return false;
      return findUnmet(String(values[offset + place] ?? ''), values, offset) !== undefined;
    });
    if (unmet.length === 0) return faults;
    // As of every faulty cell there is no value, and no key.
    for (const { place } of unmet) values[offset + place] = null;
    const found = unmet.map(({ name }): RecordFault => ({ column: name, code: 'not_allowed' }));
    const placeOf = ({ column }: RecordFault) => names.indexOf(column ?? '');
    return [...(faults ?? []), ...found].sort((left, right) => placeOf(left) - placeOf(right));
  };
}
