import { isoDay } from '../../days.ts';
import { createRandom, type Random } from '../../random.ts';
import { monthlySeason } from '../season.ts';
import { KINDS, LAST_DAY } from './shopper.ts';

/** A line of the shop: its day, and the cells that an extract has of it. */
export interface SaleLine {
  readonly day: number;
  readonly cells: readonly string[];
}

/** What the shop sells, in cents. */
const PRICES = [
  390, 590, 690, 790, 890, 990, 1190, 1290, 1490, 1490, 1690, 1990, 1990, 2290, 2490, 2790, 2990, 3490, 3990,
  4490, 4990, 5990, 6990, 8990, 11900, 14900,
] as const;
const FIRST_ORDER = 24_001;
/** The shop moved in February 2026, and was closed for most of it. */
const MOVED = '2026-02';

interface Order {
  readonly customer: string;
  readonly day: number;
}

/** All sales of the sample, by day. */
export function saleLines(seed: number): readonly SaleLine[] {
  const random = createRandom(seed, 'sales');
  const orders = ordersOf(random);
  const lines = orders.flatMap((order, at) => orderLines(random, order, idOf(random, order, at)));
  return lines.toSorted((left, right) => left.day - right.day);
}

function ordersOf(random: Random): readonly Order[] {
  let number = 0;
  const orders = KINDS.flatMap(({ count, days }) =>
    Array.from({ length: count }, () => {
      number += 1;
      const customer = customerId(number);
      return [...new Set(days(random))].map((day): Order => ({ customer, day }));
    }).flat(),
  );
  return orders
    .filter(({ day }) => random.chance(isoDay(day).startsWith(MOVED) ? 0.2 : monthlySeason(day)))
    .toSorted((left, right) => left.day - right.day);
}

/** Mostly plain numbers; those of the old till have leading zeros, those of the partner shop letters. */
function customerId(number: number): string {
  if (number % 29 === 5) return `00${number}`;
  return number % 41 === 7 ? `P-${number}` : String(3000 + ((number * 7) % 1000));
}

/** Orders count up; now and then the counter writes one by hand, and uses its few numbers again. */
function idOf(random: Random, { day }: Order, at: number): string {
  return random.chance(0.012) ? `K-${1 + (day % 7)}` : String(FIRST_ORDER + at);
}

function orderLines(random: Random, { customer, day }: Order, id: string): readonly SaleLine[] {
  const line = (when: number, cents: number): SaleLine => ({
    day: when,
    cells: [isoDay(when), customer, id, amount(cents)],
  });
  const presents = monthlySeason(day) > 1.4 && random.chance(0.7) ? random.between(1, 2) : 0;
  const size = random.pick([1, 1, 1, 1, 1, 2, 3]) + presents;
  const bought = Array.from({ length: size }, () => line(day, random.pick(PRICES)));
  const [first] = bought;
  // Two of a kind are two equal lines.
  const twice = first && random.chance(0.06) ? [first] : [];
  const gift = random.chance(0.02) ? [line(day, 0)] : [];
  const back = day + random.between(4, 16);
  const returned = first && random.chance(0.05) && back <= LAST_DAY ? [line(back, -centsOf(first))] : [];
  return [...bought, ...twice, ...gift, ...returned];
}

function amount(cents: number): string {
  const size = Math.abs(cents);
  const text = `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
  return cents < 0 ? `-${text}` : text;
}

function centsOf({ cells }: SaleLine): number {
  return Number((cells[3] ?? '0').replace('.', ''));
}
