import { customerId } from '../../bulk/scale.ts';
import { AS_OF_DAY, isoDay } from '../../days.ts';
import { createDice, customerOf, type Dice, priceOf, sizeOf } from './bulk-order.ts';
import type { SalesDay } from './sales-scale.ts';

/** Share of lines with a fault. */
const FAULTY = 0.005;
const RETURNED = 0.03;
/** Orders that the shop counter wrote under an id of its own few: several customers share one. */
const BY_HAND = 0.001;

/** The lines of an extract's days, among all days: those of a day are the same in whichever extract it stands. */
export function* saleLines(
  seed: number,
  all: readonly SalesDay[],
  own: readonly SalesDay[],
): Generator<string> {
  const dice = createDice(seed);
  const byDay = new Map(all.map((each) => [each.day, each]));
  for (const day of own) {
    const date = isoDay(day.day);
    let left = day.lines;
    for (let order = 0; left > 0; order += 1) {
      // A return names the order of some weeks ago that it belongs to.
      const back = byDay.get(day.day - 4 - (order % 27));
      const source = back && dice(day.day, order, 4) < RETURNED * 2.5 && back.lines > 0 ? back : undefined;
      if (source) {
        left -= 1;
        const returned = Math.floor(dice(day.day, order, 5) * Math.max(1, source.lines / 4));
        const cells = saleCells(dice, source, returned, 0, date);
        yield spoilt(dice, day.day, [order, 0], [...cells.slice(0, 3), `-${cells[3]}`]);
        continue;
      }
      const size = Math.min(left, sizeOf(dice, day.day, order));
      left -= size;
      for (let line = 0; line < size; line += 1) {
        yield spoilt(dice, day.day, [order, line], saleCells(dice, day, order, line, date));
      }
    }
  }
}

function saleCells(
  dice: Dice,
  day: SalesDay,
  order: number,
  line: number,
  date: string,
): readonly [string, string, string, string] {
  const byHand = dice(day.day, order, 6) < BY_HAND;
  const id = byHand
    ? `POS-${1 + (order % 500)}`
    : `${day.day - AS_OF_DAY + 2000}${String(order).padStart(5, '0')}`;
  const cents = priceOf(dice, day.day, order, line);
  const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  return [date, customerId(customerOf(dice, day, order)), id, amount];
}

/** A line as text, now and then with something that must be rejected. */
function spoilt(
  dice: Dice,
  day: number,
  [order, line]: readonly [number, number],
  [date = '', customer = '', id = '', amount = '']: readonly string[],
): string {
  const chance = dice(day, order, 200 + line);
  const kind = chance < FAULTY ? Math.floor((chance / FAULTY) * 7) : -1;
  switch (kind) {
    case 0:
      return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)},${customer},${id},${amount}`;
    case 1:
      return `${date.slice(0, 4)}-02-30,${customer},${id},${amount}`;
    case 2:
      return `${isoDay(AS_OF_DAY + 1 + (day % 30))},${customer},${id},${amount}`;
    case 3:
      return `${date},,${id},${amount}`;
    case 4:
      return `${date},${customer},,${amount}`;
    case 5:
      return `${date},${customer},${id},€${amount}`;
    case 6:
      return `${date},${customer},${id}`;
    default:
      return `${date},${customer},${id},${amount}`;
  }
}
