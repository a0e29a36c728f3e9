import type { ColumnProfile } from '../../contract/files.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';

/** No more ranges than can be told apart in a small picture. */
const MOST_RANGES = 12;

/** A stretch of time by which days are counted: the number of the one that a day is in, and what a number is called. */
interface Stretch {
  /** SQL that makes the number of `day`, ten characters. */
  readonly sql: string;
  numberOf(day: string): number;
  label(number: number): string;
}

const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const yearOf = (months: number) => String(Math.floor(months / 12)).padStart(4, '0');
const twoDigits = (number: number) => String(number).padStart(2, '0');

const DAYS: Stretch = {
  sql: 'cast(julianday(day) - 0.5 as integer)',
  numberOf: (day) => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + JULIAN_OF_EPOCH),
  label: (number) => dayOf(number),
};

/** Days from the one that SQLite's julianday counts from to 1970-01-01. */
const JULIAN_OF_EPOCH = 2_440_587;

const dayOf = (number: number) =>
  new Date((number - JULIAN_OF_EPOCH) * 86_400_000).toISOString().slice(0, 10);

/** Weeks begin on Mondays, as the days of Julian dates did. */
const WEEKS: Stretch = {
  sql: '(cast(julianday(day) + 0.5 as integer) / 7)',
  numberOf: (day) => Math.floor((DAYS.numberOf(day) + 1) / 7),
  label: (number) => `${dayOf(number * 7 - 1)} to ${dayOf(number * 7 + 5)}`,
};

const months = (width: number, label: (first: number) => string): Stretch => ({
  sql: `((substr(day, 1, 4) * 12 + substr(day, 6, 2) - 1) / ${width})`,
  numberOf: (day) => Math.floor(month(day) / width),
  label: (number) => label(number * width),
});

const years = (width: number): Stretch =>
  months(12 * width, (first) =>
    width === 1 ? yearOf(first) : `${yearOf(first)} to ${yearOf(first + 12 * width - 1)}`,
  );

const STRETCHES: readonly Stretch[] = [
  DAYS,
  WEEKS,
  months(1, (first) => `${yearOf(first)}-${twoDigits((first % 12) + 1)}`),
  months(3, (first) => `${yearOf(first)} Q${Math.floor((first % 12) / 3) + 1}`),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(years),
];

/** How many dates or points in time of a column stand in each of up to twelve equal stretches of time. */
export function dateHistogram(
  db: ReadableDb,
  source: string,
  name: string,
  least: string,
  most: string,
): ColumnProfile['histogram'] {
  const ends = (stretch: Stretch): readonly [number, number] => [
    stretch.numberOf(least.slice(0, 10)),
    stretch.numberOf(most.slice(0, 10)),
  ];
  const stretch = STRETCHES.find((each) => ends(each)[1] - ends(each)[0] < MOST_RANGES) ?? years(1000);
  const [first, last] = ends(stretch);
  const rows = db
    .prepare<[], [number: number, records: number]>(
      `select ${stretch.sql}, count(*)
       from (select substr(${identifier(name)}, 1, 10) as day from ${identifier(source)})
       where day is not null
       group by 1`,
    )
    .raw()
    .all();
  const counts = new Map(rows);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    label: stretch.label(first + index),
    count: counts.get(first + index) ?? 0,
  }));
}
