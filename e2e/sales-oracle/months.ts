import { monthOf, monthsFrom } from './calendar.ts';
import { allOrders, type Customer, cohortOf, ordersIn, salesOf } from './customers.ts';
import { type Fraction, fraction, money, times, whole, written } from './fraction.ts';
import type { Table } from './table.ts';

/** Net sales of the orders of a month. */
export function revenueIn(month: string, customers: readonly Customer[]): bigint {
  return salesOf(ordersIn(month, allOrders(customers)));
}

/** Customers whose first order is in a month. */
export function newIn(month: string, customers: readonly Customer[]): bigint {
  return BigInt(customers.filter((customer) => cohortOf(customer) === month).length);
}

/** How much a figure grew, as a rate of what it was; undefined where it was 0. */
export function growth(before: bigint, after: bigint): Fraction | undefined {
  return before === 0n ? undefined : fraction(after - before, before);
}

/** The months from the first order to the last; none without an order. */
export function orderMonths(customers: readonly Customer[]): readonly string[] {
  const months = allOrders(customers)
    .map(({ day }) => monthOf(day))
    .toSorted();
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? [] : monthsFrom(first, last);
}

/** What `monthly_metrics.csv` holds. */
export function monthlyMetrics(customers: readonly Customer[]): Table {
  const months = orderMonths(customers);
  return {
    header: [
      'month',
      'revenue',
      'orders',
      'customers',
      'new_customers',
      'returning_customers',
      'average_order_value',
      'revenue_growth',
    ],
    rows: months.map((month, at) => {
      const revenue = revenueIn(month, customers);
      const orders = BigInt(ordersIn(month, allOrders(customers)).length);
      const active = BigInt(
        customers.filter((customer) => ordersIn(month, customer.orders).length > 0).length,
      );
      const fresh = newIn(month, customers);
      const average = orders === 0n ? whole(0n) : times(money(revenue), fraction(1n, orders));
      const before = months[at - 1];
      const grown = before === undefined ? undefined : growth(revenueIn(before, customers), revenue);
      return [
        month,
        written(money(revenue), 2),
        String(orders),
        String(active),
        String(fresh),
        String(active - fresh),
        written(average, 2),
        grown ? written(grown, 4) : '',
      ];
    }),
  };
}
