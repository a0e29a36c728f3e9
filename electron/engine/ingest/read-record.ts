import type { Code } from '../../contract/codes.ts';
import type { Column } from '../recipe/recipe.ts';
import { normalisedReader } from './normalise.ts';
import { type RecordCheck, recordChecks } from './record-checks.ts';
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
  const checks = recordChecks(columns);
  return checks.length > 0 ? checkedReader(columns, checks, read) : read;
}

/** Reads each cell by itself. */
function cellReader(
  columns: readonly Column[],
  indexes: readonly number[],
  formats: Readonly<Record<string, Formats>>,
): ReadRecord {
  const plan = columns.map(({ name, type, required, normalise }, column) => ({
    name,
    required,
    read: normalisedReader(formattedReader(type, formats[name]), normalise),
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

/** Looks, once all cells are read, at what hangs on several of them. */
function checkedReader(
  columns: readonly Column[],
  checks: readonly RecordCheck[],
  read: ReadRecord,
): ReadRecord {
  const names = columns.map(({ name }) => name);
  return (cells, values, offset) => {
    const faults = read(cells, values, offset);
    const unmet = checks.filter(({ name, isMet }) => {
      // A column has one fault at most: one that is missing is not judged again.
      return !faults?.some(({ column }) => column === name) && !isMet(values, offset);
    });
    if (unmet.length === 0) return faults;
    // As of every faulty cell there is no value, and no key.
    for (const { place } of unmet) values[offset + place] = null;
    const found = unmet.map(({ name, code }): RecordFault => ({ column: name, code }));
    const placeOf = ({ column }: RecordFault) => names.indexOf(column ?? '');
    return [...(faults ?? []), ...found].sort((left, right) => placeOf(left) - placeOf(right));
  };
}
