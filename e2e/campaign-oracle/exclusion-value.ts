import type { Code } from '../../electron/contract/codes.ts';
import { readValue, type Value } from '../oracle/values.ts';
import { folded } from './cells.ts';

/** What is compared: a text in small letters, a day, or a number of ten-thousandths. */
export type Comparable = string | bigint;

/** The values with which an exclusion compares, or undefined where one of them is none. */
export function comparables(
  field: string,
  operator: string,
  value: string,
): readonly Comparable[] | undefined {
  const parts = operator === 'in' || operator === 'not_in' ? value.split('|') : [value];
  const read = parts.map((part) => comparable(field, part));
  const known = read.filter((part) => part !== undefined);
  return known.length === read.length ? known : undefined;
}

/** What is wrong with the value of an exclusion, beside its field and operator. */
export function faultOfValue(value: Value, before: ReadonlyMap<string, Value>): Code | undefined {
  const field = before.get('field');
  const operator = before.get('operator');
  // Where one of them is a fault itself, nothing can be said of the value.
  if (typeof field !== 'string' || typeof operator !== 'string' || ignoresValue(operator)) return undefined;
  const orders = operator === 'less_than' || operator === 'greater_than';
  if (orders && field !== 'birth_date' && field !== 'balance') return 'not_allowed';
  return comparables(field, operator, String(value ?? '')) ? undefined : 'not_allowed';
}

/** Whether an operator looks only at the client's field. */
export function ignoresValue(operator: string): boolean {
  return operator === 'is_empty' || operator === 'not_empty';
}

function comparable(field: string, text: string): Comparable | undefined {
  if (field !== 'birth_date' && field !== 'balance') return folded(text);
  const type = field === 'balance' ? 'decimal' : 'date';
  const reading = readValue({ name: field, type, required: true }, text);
  if ('code' in reading || typeof reading.value === 'boolean') return undefined;
  return reading.value ?? undefined;
}
