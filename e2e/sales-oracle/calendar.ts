import { dayNumber } from '../campaign-oracle/cells.ts';

/** Days from the first day to the second. */
export function daysBetween(first: string, second: string): bigint {
  return dayNumber(second) - dayNumber(first);
}

/** Every day from the first to the last, both included. */
export function daysFrom(first: string, last: string): readonly string[] {
  return Array.from({ length: Number(daysBetween(first, last)) + 1 }, (_, at) => {
    return new Date((Number(dayNumber(first)) + at) * 86_400_000).toISOString().slice(0, 10);
  });
}

/** The month of a day, as `YYYY-MM`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month so many months after another one. */
export function monthAfter(month: string, months: number): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const count = year * 12 + number - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Every month from the first to the last, both included; none where the last is earlier. */
export function monthsFrom(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month, 1)) months.push(month);
  return months;
}

/** The last day of a month. */
export function endOf(month: string): string {
  const next = new Date(`${monthAfter(month, 1)}-01T00:00:00Z`);
  next.setUTCDate(0);
  return next.toISOString().slice(0, 10);
}

/** Whether a month has ended on a day: its last day counts. */
export function hasEnded(month: string, day: string): boolean {
  return endOf(month) <= day;
}
