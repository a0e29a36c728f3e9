import { textOrNull } from '../campaign-oracle/cells.ts';
import type { Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';

/** The day of a date or an instant, which is in UTC. */
export function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** Of each key the row with the latest time not after a day; of equal ones the later row. */
export function latestBy(
  rows: readonly Row[],
  key: string,
  time: string,
  asOf: string,
): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    if (dayOf(textOf(row, time)) > asOf) continue;
    const before = found.get(textOf(row, key));
    if (!before || textOf(row, time) >= textOf(before, time)) found.set(textOf(row, key), row);
  }
  return found;
}

/** The rows of each user whose time lies between two days, both included; without a first day as long ago as there are any. */
export function byUser(
  rows: readonly Row[],
  time: string,
  to: string,
  from = '',
): ReadonlyMap<string, readonly Row[]> {
  const own = rows.filter((row) => {
    const day = dayOf(textOf(row, time));
    return from <= day && day <= to;
  });
  return Map.groupBy(own, (row) => textOf(row, 'user_id'));
}

/** The latest of the times of rows, or null. */
export function latestTime(rows: readonly Row[], time: string): string | null {
  return rows.map((row) => textOrNull(row, time)).reduce((last, each) => later(last, each), null);
}

/** The day so many days before another. */
export function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

function later(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left >= right ? left : right;
}
