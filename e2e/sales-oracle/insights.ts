import { hasEnded, monthAfter, monthOf } from './calendar.ts';
import type { Churn } from './churn.ts';
import { cohortsOf, retained } from './cohorts.ts';
import type { Customer } from './customers.ts';
import { compare, type Fraction, fraction, money, written } from './fraction.ts';
import { FREE } from './free-columns.ts';
import { sumOf } from './lines.ts';
import { growth, newIn, orderMonths, revenueIn } from './months.ts';
import type { Table } from './table.ts';

type Severity = 'info' | 'warn' | 'alert';

/** What `business_insights.csv` holds; the sentences are free. */
export function businessInsights(churn: ReadonlyMap<Customer, Churn>, asOf: string): Table {
  const customers = [...churn.keys()];
  const revenue = changeOf(revenueIn, customers, asOf);
  const fresh = changeOf(newIn, customers, asOf);
  const top = topDecileShare(customers);
  const all = sumOf(customers.map(({ sales }) => sales));
  const high = sumOf([...churn].map(([{ sales }, { band }]) => (band === 'high' ? sales : 0n)));
  const repeated = customers.filter(({ orders }) => orders.length >= 2).length;
  const repeatRate =
    customers.length === 0 ? undefined : fraction(BigInt(repeated), BigInt(customers.length));
  const rows: readonly (readonly [string, Severity, string])[] = [
    [
      'revenue_change',
      isBelow(revenue, -20n) ? 'alert' : isBelow(revenue, -10n) ? 'warn' : 'info',
      rate(revenue),
    ],
    ['top_decile_share', top && compare(top, fraction(1n, 2n)) > 0 ? 'warn' : 'info', rate(top)],
    ['high_risk_revenue', all > 0n && high * 3n > all ? 'warn' : 'info', written(money(high), 2)],
    ['repeat_rate', 'info', rate(repeatRate)],
    ['new_customer_change', isBelow(fresh, -20n) ? 'warn' : 'info', rate(fresh)],
    ['best_cohort', 'info', rate(bestCohort(customers, asOf)?.rate)],
  ];
  return {
    header: ['insight', 'severity', 'value', 'text'],
    rows: rows.map((row) => [...row, FREE]),
  };
}

/** How a figure of the last ended month changed against the month before; undefined where there is nothing to compare. */
function changeOf(
  figure: (month: string, customers: readonly Customer[]) => bigint,
  customers: readonly Customer[],
  asOf: string,
): Fraction | undefined {
  const current = monthOf(asOf);
  const month = hasEnded(current, asOf) ? current : monthAfter(current, -1);
  const before = monthAfter(month, -1);
  const first = orderMonths(customers)[0];
  if (first === undefined || before < first) return undefined;
  return growth(figure(before, customers), figure(month, customers));
}

/** The share of the revenue that a tenth of the customers, rounded up, has: those with the most. */
function topDecileShare(customers: readonly Customer[]): Fraction | undefined {
  const all = sumOf(customers.map(({ sales }) => sales));
  const amounts = customers
    .map(({ sales }) => sales)
    .toSorted((left, right) => Number(right > left) - Number(left > right));
  const top = sumOf(amounts.slice(0, Math.ceil(customers.length / 10)));
  return all <= 0n ? undefined : fraction(top, all);
}

/** The cohort with the highest ended retention of three months, of equals the latest, among those of 10 customers or more. */
function bestCohort(
  customers: readonly Customer[],
  asOf: string,
): { readonly month: string; readonly rate: Fraction } | undefined {
  let best: { readonly month: string; readonly rate: Fraction } | undefined;
  for (const cohort of cohortsOf(customers)) {
    const { rate: own } = retained(cohort, 3, asOf);
    if (!own || cohort.members.length < 10) continue;
    if (!best || compare(own, best.rate) >= 0) best = { month: cohort.month, rate: own };
  }
  return best;
}

function isBelow(value: Fraction | undefined, percent: bigint): boolean {
  return value !== undefined && compare(value, fraction(percent, 100n)) < 0;
}

function rate(value: Fraction | undefined): string {
  return value ? written(value, 4) : '';
}
