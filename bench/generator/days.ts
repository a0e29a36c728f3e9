const MILLISECONDS_OF_A_DAY = 86_400_000;
const SECONDS_OF_A_DAY = 86_400;

/** The day that all generated data is about, as the number of days since 1970-01-01. */
export const AS_OF_DAY = Date.UTC(2026, 10, 20) / MILLISECONDS_OF_A_DAY;

/** The first day of the 365 days within which a booking counts as recent. */
export const WINDOW_START_DAY = AS_OF_DAY - 365;

/** A day as `YYYY-MM-DD`. */
export function isoDay(day: number): string {
  return new Date(day * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 10);
}

/** Every day between two days, both included, as text that needs no more formatting. */
export function isoDays(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => isoDay(first + offset));
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A time of day as `HH:MM:SS`. */
export function clock(second: number): string {
  return `${twoDigits(Math.floor(second / 3600))}:${twoDigits(Math.floor(second / 60) % 60)}:${twoDigits(second % 60)}`;
}

/** An instant, given in seconds since 1970, as the wall clock of a zone so many hours east of UTC shows it. */
export function wallClock(instant: number, hoursEast = 0): { readonly day: string; readonly time: string } {
  const shifted = instant + hoursEast * 3600;
  const day = Math.floor(shifted / SECONDS_OF_A_DAY);
  return { day: isoDay(day), time: clock(shifted - day * SECONDS_OF_A_DAY) };
}

/** The instant at which a day begins in UTC, in seconds since 1970. */
export function startOfDay(day: number): number {
  return day * SECONDS_OF_A_DAY;
}
