import { twoDecimals } from '../oracle/money.ts';
import { daysFrom } from './calendar.ts';
import type { Customer } from './customers.ts';
import type { SalesLine } from './lines.ts';
import type { Table } from './table.ts';

/** The star schema: three dimensions and the facts. */
export function warehouse(
  lines: readonly SalesLine[],
  customers: readonly Customer[],
): Readonly<Record<string, Table>> {
  const orders = customers.flatMap((customer, at) =>
    customer.orders.map((order) => ({ order, customerKey: String(at + 1) })),
  );
  const facts = orders.flatMap(({ order, customerKey }, at) =>
    order.lines.map((line) => [String(at + 1), customerKey, keyOf(line.day), twoDecimals(line.amount)]),
  );
  return {
    'dim_date.csv': {
      header: ['date_key', 'date', 'year', 'quarter', 'month', 'day', 'weekday', 'is_weekend'],
      rows: dateRows(lines),
    },
    'dim_customer.csv': {
      header: ['customer_key', 'customer_id', 'first_order_date', 'last_order_date', 'orders', 'sales'],
      rows: customers.map(({ id, first, last, orders: own, sales }, at) => {
        return [String(at + 1), id, first, last, String(own.length), twoDecimals(sales)];
      }),
    },
    'dim_order.csv': {
      header: ['order_key', 'order_id', 'customer_key', 'date_key', 'lines', 'sales'],
      rows: orders.map(({ order, customerKey }, at) => {
        const figures = [String(order.lines.length), twoDecimals(order.sales)];
        return [String(at + 1), order.id, customerKey, keyOf(order.day), ...figures];
      }),
    },
    'fact_sales.csv': {
      header: ['sales_key', 'order_key', 'customer_key', 'date_key', 'amount'],
      rows: facts.map((fact, at) => [String(at + 1), ...fact]),
    },
  };
}

/** The first and the last day of lines; undefined where there are none. */
export function spanOf(lines: readonly SalesLine[]): { first: string; last: string } | undefined {
  const days = lines.map(({ day }) => day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

function dateRows(lines: readonly SalesLine[]): readonly (readonly string[])[] {
  const span = spanOf(lines);
  if (!span) return [];
  return daysFrom(span.first, span.last).map((day) => {
    const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
    // JavaScript counts from Sunday, which is 0.
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    const figures = [year, Math.ceil(month / 3), month, dayOfMonth, weekday];
    return [keyOf(day), day, ...figures.map(String), String(weekday > 5)];
  });
}

function keyOf(day: string): string {
  return day.replaceAll('-', '');
}
