import type { Row } from './load.ts';
import type { Value } from './values.ts';

/** The number, total (ten-thousandths) and latest day of a customer's bookings that count. */
export interface RecentBooking {
  readonly number: number;
  readonly total: bigint;
  readonly last: string;
}

/** Of each key the row with the latest instant; of equal ones the later row. */
export function latest(rows: readonly Row[], key: string, column: string): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const before = found.get(textOf(row, key));
    if (!before || textOf(row, column) >= textOf(before, column)) found.set(textOf(row, key), row);
  }
  return found;
}

export function emailEvents(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => textOf(row, 'channel').toLowerCase() === 'email');
}

export function recentBookings(
  rows: readonly Row[],
  from: string,
  to: string,
): ReadonlyMap<string, RecentBooking> {
  const found = new Map<string, RecentBooking>();
  for (const row of rows) {
    const day = textOf(row, 'booking_date');
    if (textOf(row, 'booking_status').toLowerCase() !== 'completed' || day < from || day > to) continue;
    const { number, total, last } = found.get(customerOf(row)) ?? { number: 0, total: 0n, last: day };
    const amount = row.get('booking_amount');
    if (typeof amount !== 'bigint') throw new Error('An accepted booking has no amount.');
    found.set(customerOf(row), {
      number: number + 1,
      total: total + amount,
      last: day > last ? day : last,
    });
  }
  return found;
}

/** Customers suppressed on a day, each with the first reason in file order. */
export function activeSuppressions(rows: readonly Row[], day: string): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const row of rows) {
    const from = row.get('effective_from') ?? null;
    const to = row.get('effective_to') ?? null;
    const active = (from === null || from <= day) && (to === null || to >= day);
    if (active && !found.has(customerOf(row))) {
      found.set(customerOf(row), row.get('suppression_reason') ?? null);
    }
  }
  return found;
}

export function customerOf(row: Row): string {
  return textOf(row, 'customer_id');
}

export function textOf(row: Row, column: string): string {
  const value = row.get(column);
  if (typeof value !== 'string') throw new Error(`An accepted record has no ${column}.`);
  return value;
}
