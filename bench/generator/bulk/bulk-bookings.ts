import { record } from '../csv.ts';
import { AS_OF_DAY, isoDays } from '../days.ts';
import { createRandom, type Random } from '../random.ts';
import { amount, PRODUCTS, STATUSES, SYSTEMS } from '../stays.ts';
import { anyCustomer, type BulkLines, FAULTY, type Scale } from './scale.ts';

const FIRST_BOOKING = 1_000_000;
const WRONG_AMOUNTS = ['12.50.1', '€85', '1e5', 'NaN', 'n/a', '1 050.00'] as const;
const WRONG_DATES = ['2026-02-30', '20/11/2026', '2026-13-01', 'tomorrow'] as const;

/** One of the faults: the cells of a record that must be rejected. */
function faulty(cells: readonly string[], index: number, random: Random): readonly string[] {
  const [id = '', customer = '', date = '', price = '', ...rest] = cells;
  switch (random.below(5)) {
    case 0:
      return [id, customer, date, random.pick(WRONG_AMOUNTS), ...rest];
    case 1:
      return [id, customer, random.pick(WRONG_DATES), price, ...rest];
    case 2:
      return [id, '', date, price, ...rest];
    case 3:
      return cells.slice(0, 5);
    default:
      // The id of an earlier booking.
      return [
        String(FIRST_BOOKING + Math.max(0, index - 1 - random.below(5000))),
        customer,
        date,
        price,
        ...rest,
      ];
  }
}

/** Bookings of two years. */
export function bookingLines(seed: number, scale: Scale): BulkLines {
  const random = createRandom(seed, 'bulk bookings');
  const days = isoDays(AS_OF_DAY - 729, AS_OF_DAY);
  const products = PRODUCTS.map((name) => record([name]));
  return {
    header: 'booking_id,customer_id,booking_date,booking_amount,booking_status,product_name,source_system',
    line: (index) => {
      const system = random.pick(SYSTEMS);
      const cells = [
        String(FIRST_BOOKING + index),
        anyCustomer(scale, random),
        days[random.below(days.length)] ?? '',
        amount(random, system),
        random.pick(STATUSES),
        products[random.below(products.length)] ?? '',
        system,
      ];
      return (random.chance(FAULTY) ? faulty(cells, index, random) : cells).join(',');
    },
  };
}
