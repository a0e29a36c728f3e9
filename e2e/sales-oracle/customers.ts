import { byId } from '../oracle/ledger.ts';
import { monthOf } from './calendar.ts';
import { type SalesLine, sumOf } from './lines.ts';

/** What a customer bought under one order id. */
export interface Order {
  readonly id: string;
  /** Of its earliest line. */
  readonly day: string;
  /** By day, then amount. */
  readonly lines: readonly SalesLine[];
  readonly sales: bigint;
}

export interface Customer {
  readonly id: string;
  /** By day, then id; one at least. */
  readonly orders: readonly Order[];
  readonly sales: bigint;
  /** The days of the first and the last order. */
  readonly first: string;
  readonly last: string;
}

/** The customers of sales, in the order of their ids. */
export function customersOf(lines: readonly SalesLine[]): readonly Customer[] {
  const customers = Map.groupBy(lines, ({ customer }) => customer);
  return [...customers]
    .toSorted(([left], [right]) => byId(left, right))
    .map(([id, own]): Customer => {
      const orders = ordersOf(own);
      const [first, last] = [orders[0]?.day ?? '', orders.at(-1)?.day ?? ''];
      return { id, orders, sales: sumOf(own.map(({ amount }) => amount)), first, last };
    });
}

/** The month in which a customer bought first. */
export function cohortOf({ first }: Customer): string {
  return monthOf(first);
}

/** All orders of customers. */
export function allOrders(customers: readonly Customer[]): readonly Order[] {
  return customers.flatMap(({ orders }) => orders);
}

/** The sum of orders. */
export function salesOf(orders: readonly Order[]): bigint {
  return sumOf(orders.map(({ sales }) => sales));
}

/** The orders whose date is in a month. */
export function ordersIn(month: string, orders: readonly Order[]): readonly Order[] {
  return orders.filter(({ day }) => monthOf(day) === month);
}

function ordersOf(lines: readonly SalesLine[]): readonly Order[] {
  return [...Map.groupBy(lines, ({ order }) => order)]
    .map(([id, own]): Order => {
      const sorted = own.toSorted((left, right) => {
        return compareOf(left.day, right.day) || compareOf(left.amount, right.amount);
      });
      return {
        id,
        day: sorted[0]?.day ?? '',
        lines: sorted,
        sales: sumOf(own.map(({ amount }) => amount)),
      };
    })
    .toSorted((left, right) => compareOf(left.day, right.day) || byId(left.id, right.id));
}

function compareOf<T extends string | bigint>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
