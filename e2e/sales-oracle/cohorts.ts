import { hasEnded, monthAfter, monthOf, monthsFrom } from './calendar.ts';
import { allOrders, type Customer, cohortOf, ordersIn, salesOf } from './customers.ts';
import { type Fraction, fraction, money, written } from './fraction.ts';
import type { Table } from './table.ts';

interface Cohort {
  readonly month: string;
  readonly members: readonly Customer[];
}

/** The customers by the month of their first order, in the order of months. */
export function cohortsOf(customers: readonly Customer[]): readonly Cohort[] {
  return [...Map.groupBy(customers, cohortOf)]
    .map(([month, members]) => ({ month, members }))
    .toSorted((left, right) => (left.month < right.month ? -1 : 1));
}

/** What `cohort_analysis.csv` holds. */
export function cohortAnalysis(customers: readonly Customer[], asOf: string): Table {
  return {
    header: ['cohort_month', 'month_number', 'cohort_size', 'active_customers', 'retention_rate', 'revenue'],
    rows: cohortsOf(customers).flatMap(({ month, members }) =>
      monthsFrom(month, monthOf(asOf)).map((later, number) => {
        const active = members.filter(({ orders }) => ordersIn(later, orders).length > 0).length;
        const rate = hasEnded(later, asOf) ? written(share(active, members.length), 4) : '';
        const revenue = salesOf(ordersIn(later, allOrders(members)));
        return [
          month,
          String(number),
          String(members.length),
          String(active),
          rate,
          written(money(revenue), 2),
        ];
      }),
    ),
  };
}

/** How many of a cohort ordered in at least one of so many months after its own, and as a rate once the last has ended. */
export function retained(
  { month, members }: Cohort,
  months: number,
  asOf: string,
): { readonly customers: number; readonly rate: Fraction | undefined } {
  const later = monthsFrom(monthAfter(month, 1), monthAfter(month, months));
  const customers = members.filter(({ orders }) => {
    return later.some((each) => ordersIn(each, orders).length > 0);
  }).length;
  const ended = hasEnded(monthAfter(month, months), asOf);
  return { customers, rate: ended ? share(customers, members.length) : undefined };
}

/** What `cumulative_retention.csv` holds. */
export function cumulativeRetention(customers: readonly Customer[], asOf: string): Table {
  return {
    header: ['cohort_month', 'cohort_size', 'months', 'retained_customers', 'retention_rate'],
    rows: cohortsOf(customers).flatMap((cohort) =>
      [3, 12, 18].map((months) => {
        const { customers: count, rate } = retained(cohort, months, asOf);
        const figures = [cohort.members.length, months, count].map(String);
        return [cohort.month, ...figures, rate ? written(rate, 4) : ''];
      }),
    ),
  };
}

function share(part: number, all: number): Fraction {
  return fraction(BigInt(part), BigInt(all));
}
