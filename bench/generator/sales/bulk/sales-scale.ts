import { AS_OF_DAY, isoDay } from '../../days.ts';
import { mix } from '../../random.ts';
import { seasonOf } from '../season.ts';

const DAYS = 1095;
const YEAR = 365;
/** How many days an extract reaches back into the one before: a tenth of its year. */
const OVERLAP = 37;
const LINES_OF_AN_ORDER = 2.5;
/** Share of the orders that are a customer's first. */
const FIRST_ORDERS = 0.3;
/** Customers who were there before the first day. */
const KNOWN = 0.02;

/** One day of sales. */
export interface SalesDay {
  readonly day: number;
  readonly lines: number;
  /** Customers who bought before this day at the latest, and on it. */
  readonly known: number;
  readonly knownAfter: number;
}

/** One file: the days that it covers, one after the other. */
export interface Extract {
  readonly name: string;
  readonly days: readonly SalesDay[];
}

/** Three years of days whose yearly extracts hold so many lines in all: those that two of them have count twice. */
export function salesDays(lines: number, seed: number): readonly SalesDay[] {
  const counts = linesByDay(lines, seed);
  let known = Math.max(1, Math.round((lines * KNOWN) / LINES_OF_AN_ORDER));
  return counts.map((count, at): SalesDay => {
    const before = known;
    known += Math.ceil((count / LINES_OF_AN_ORDER) * FIRST_ORDERS);
    return { day: AS_OF_DAY - DAYS + at, lines: count, known: before, knownAfter: known };
  });
}

/** Three yearly extracts, each of which begins somewhat before the end of the one before. */
export function salesExtracts(days: readonly SalesDay[]): readonly Extract[] {
  return [0, 1, 2].map((year) => {
    const own = days.slice(Math.max(0, year * YEAR - OVERLAP), (year + 1) * YEAR);
    const [from, to] = [own[0]?.day ?? AS_OF_DAY, own.at(-1)?.day ?? AS_OF_DAY];
    return { name: `sales_${isoDay(from)}_to_${isoDay(to)}.csv`, days: own };
  });
}

function linesByDay(lines: number, seed: number): readonly number[] {
  const weights = Array.from({ length: DAYS }, (_, at) => {
    // The shop grows by a fifth a year, and no two days are alike.
    const chance = 0.8 + (mix(seed, at) / 0x1_0000_0000) * 0.4;
    return seasonOf(AS_OF_DAY - DAYS + at) * (1 + (at / YEAR) * 0.2) * chance;
  });
  const all = weights.reduce((sum, weight, at) => sum + weight * timesOf(at), 0);
  const counts = weights.map((weight) => Math.floor((weight / all) * lines));
  let left = lines - counts.reduce((sum, count, at) => sum + count * timesOf(at), 0);
  // What rounding has left goes to days that stand in one extract alone, the last of them first.
  for (let at = DAYS - 1; left > 0; at = at === 0 ? DAYS - 1 : at - 1) {
    if (timesOf(at) > 1) continue;
    counts[at] = (counts[at] ?? 0) + 1;
    left -= 1;
  }
  return counts;
}

/** In how many extracts a day stands. */
function timesOf(at: number): number {
  const toNext = YEAR - (at % YEAR);
  return toNext <= OVERLAP && at + toNext < DAYS ? 2 : 1;
}
