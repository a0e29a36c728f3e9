import type { Row } from '../oracle/load.ts';

/** A text that may be empty. */
export function textOrNull(row: Row, column: string): string | null {
  const value = row.get(column) ?? null;
  if (value !== null && typeof value !== 'string') throw new Error(`${column} is no text.`);
  return value;
}

/** A whole number, or the ten-thousandths of a decimal, that may be empty. */
export function wholeOrNull(row: Row, column: string): bigint | null {
  const value = row.get(column) ?? null;
  if (value !== null && typeof value !== 'bigint') throw new Error(`${column} is no number.`);
  return value;
}

/** Whether a day lies in a range with both ends; an empty bound is open. */
export function isWithin(day: string, from: string | null, to: string | null): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** How texts compare: trimmed, in any case. */
export function folded(text: string): string {
  return text.trim().toLowerCase();
}

/** The number of a day, counted from one and the same day. */
export function dayNumber(day: string): bigint {
  return BigInt(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}
