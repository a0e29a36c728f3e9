import { amountCell } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { dateCell } from '../generator/time-cells.ts';
import { CUSTOMER, DATE, ORDER, SALES } from '../sales-oracle/sources.ts';
import type { Plan } from './plan.ts';

// The borders of stages and rules, each with the days beside it, and what is one month or year away.
const BORDERS = [
  0, 1, 6, 7, 8, 29, 30, 31, 60, 89, 90, 91, 120, 179, 180, 181, 364, 365, 366, 400, 730,
] as const;

/** How a customer buys: how many orders, and how many days are between one and the next. */
interface Habit {
  readonly orders: number;
  readonly gap: () => number;
}

/** The sales of a shop as they happened, each with its clean cells; a few are still to come. */
export function saleRows(random: Random, plan: Plan): readonly TextRow[] {
  if (plan.kind === 'nobody') return [];
  return plan.customers.flatMap((customer) =>
    orderDays(random, plan).flatMap((ago) => {
      const order = random.pick(plan.orders);
      return orderRows(random, plan, { customer, order, ago });
    }),
  );
}

/** The same sale, written in another way or with a fault. */
export function respelled(random: Random, plan: Plan, row: TextRow): TextRow {
  const day = row[DATE] ?? '';
  const missing = () => random.chance(plan.faults / 2);
  return {
    ...row,
    [DATE]: random.chance(plan.faults) ? dateCell(random, 1, 0) : `${day}${timeOf(random)}`,
    [CUSTOMER]: missing() ? '' : (row[CUSTOMER] ?? ''),
    [ORDER]: missing() ? random.pick(['', ' ']) : (row[ORDER] ?? ''),
    [SALES]: random.chance(plan.faults) ? amountCell(random, 1) : amountOf(random, row[SALES] ?? ''),
  };
}

/** How many days ago a customer ordered, each time. */
function orderDays(random: Random, { kind, together }: Plan): readonly number[] {
  const { orders, gap } = habitOf(random);
  let ago = random.chance(0.6) ? random.pick(BORDERS) : random.below(900);
  const days = Array.from({ length: orders }, () => {
    const day = ago;
    ago += gap();
    return day;
  });
  if (kind === 'day') return days.map(() => 40);
  if (kind === 'once') return days.slice(0, 1);
  const start = random.pick([340, 370]);
  return together ? [...days.filter((day) => day < start), start + random.below(20)] : days;
}

function habitOf(random: Random): Habit {
  const steady = random.pick([1, 7, 30, 30, 31, 90, 91, 180, 365]);
  return random.pick<Habit>([
    { orders: 1, gap: () => 0 },
    { orders: 1, gap: () => 0 },
    { orders: random.between(2, 9), gap: () => steady },
    { orders: random.between(2, 6), gap: () => random.pick(BORDERS) },
    { orders: random.between(3, 12), gap: () => random.below(60) },
  ]);
}

function orderRows(
  random: Random,
  plan: Plan,
  { customer, order, ago }: { readonly customer: string; readonly order: string; readonly ago: number },
): readonly TextRow[] {
  const count = random.pick([1, 1, 1, 2, 3, 5]);
  return Array.from({ length: count }, (_, at) => {
    // Parts of an order come later, and some have not come yet.
    const later = at > 0 && plan.kind === 'shop' && random.chance(0.25) ? random.between(1, 45) : 0;
    return {
      [DATE]: dayBefore(plan.asOf, ago - (random.chance(plan.faults) ? 400 : later)),
      [CUSTOMER]: customer,
      [ORDER]: order,
      [SALES]: cleanAmount(random, plan),
    };
  });
}

function cleanAmount(random: Random, { returns, huge }: Plan): string {
  if (random.chance(returns))
    return random.pick(['0', '-0', '-12.5', '-99.9999', '-0.005', `-${random.below(300)}`]);
  if (huge && random.chance(0.2)) return random.pick(['9999999999.9999', '12345678901.005', '-9999999999']);
  const places = random.pick(['', '', '.5', '.99', '.005', '.0049', '.0050', '.9951', '.3333']);
  return `${random.pick([1, 2, 5, 10, 10, 20, random.below(500)])}${places}`;
}

function timeOf(random: Random): string {
  return random.pick(['', '', '', '', ' 23:59', 'T00:00:00.000Z', ' 10:00:00+02:00']);
}

/** An amount that is the same, as another program would write it. */
function amountOf(random: Random, amount: string): string {
  if (!random.chance(0.3)) return amount;
  const [whole = '', places = ''] = amount.split('.');
  const signed = whole.startsWith('-') ? whole : `${random.pick(['', '+', '0', '00'])}${whole}`;
  return `${signed}.${places.padEnd(random.between(Math.max(1, places.length), 4), '0')}`;
}

function dayBefore(asOf: string, days: number): string {
  const date = new Date(`${asOf}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
