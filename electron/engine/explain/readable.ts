import type { NamedValue } from '../../contract/trace.ts';
import { decimalText } from '../ingest/decimal-text.ts';
import type { ColumnType } from '../ingest/values.ts';

/** A stored value. */
export type Value = string | bigint | number | null;

/** A stored value as a person reads it, by the type of its column where that is known. */
export function readable(value: Value, kind: ColumnType['kind'] | undefined): string | null {
  if (value === null) return null;
  if (typeof value !== 'bigint') return String(value);
  if (kind === 'decimal') return decimalText(value, 2);
  if (kind === 'boolean') return value === 0n ? 'no' : 'yes';
  return String(value);
}

/** A row as named values, in the order of the names. */
export function namedValues(
  row: Readonly<Record<string, Value>>,
  names: readonly string[],
  kindOf: (name: string) => ColumnType['kind'] | undefined,
): readonly NamedValue[] {
  return names.map((name) => ({ name, value: readable(row[name] ?? null, kindOf(name)) }));
}
