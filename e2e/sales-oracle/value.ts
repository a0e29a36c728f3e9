import { daysBetween } from './calendar.ts';
import { type Churn, riskOrHalf } from './churn.ts';
import type { Customer } from './customers.ts';
import { compare, fraction, minus, money, plus, times, whole, written } from './fraction.ts';
import type { Table } from './table.ts';

/** What `customer_value.csv` holds. */
export function customerValue(churn: ReadonlyMap<Customer, Churn>, asOf: string): Table {
  return {
    header: [
      'customer_id',
      'orders',
      'revenue',
      'average_order_value',
      'tenure_days',
      'orders_per_year',
      'probability_active',
      'expected_revenue_12m',
      'lifetime_value',
    ],
    rows: [...churn].map(([{ id, orders, sales, first }, own]) => {
      const age = daysBetween(first, asOf);
      const tenure = age < 90n ? 90n : age;
      const revenue = money(sales);
      const average = times(revenue, fraction(1n, BigInt(orders.length)));
      const yearly = fraction(BigInt(orders.length) * 365n, tenure);
      const active = minus(whole(1n), riskOrHalf(own));
      const product = times(average, yearly, active);
      const expected = compare(product, whole(0n)) < 0 ? whole(0n) : product;
      return [
        id,
        String(orders.length),
        written(revenue, 2),
        written(average, 2),
        String(tenure),
        written(yearly, 2),
        written(active, 4),
        written(expected, 2),
        written(plus(revenue, expected), 2),
      ];
    }),
  };
}
