import { daysBetween } from './calendar.ts';
import type { Customer } from './customers.ts';
import { money, written } from './fraction.ts';
import { FREE } from './free-columns.ts';
import { stageAt } from './lifecycle.ts';
import type { Table } from './table.ts';

/** The segments by recency 5 to 1, each by frequency 1 to 5. */
const GRID = [
  ['new', 'potential_loyalist', 'potential_loyalist', 'champions', 'champions'],
  ['promising', 'potential_loyalist', 'potential_loyalist', 'loyal', 'loyal'],
  ['about_to_sleep', 'about_to_sleep', 'need_attention', 'loyal', 'loyal'],
  ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cant_lose'],
  ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cant_lose'],
] as const;

export type SegmentName = (typeof GRID)[number][number];

/** The scores of a customer, from 1 to 5, and the segment that follows. */
export interface Scores {
  readonly recency: bigint;
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly segment: SegmentName;
}

/** The scores of each customer among all. */
export function scoresOf(customers: readonly Customer[], asOf: string): ReadonlyMap<Customer, Scores> {
  const recencyOf = ({ last }: Customer) => daysBetween(last, asOf);
  return new Map(
    customers.map((customer) => {
      const score = (isWorse: (other: Customer) => boolean) => {
        return 1 + Math.floor((5 * customers.filter(isWorse).length) / customers.length);
      };
      const recency = recencyOf(customer);
      const r = score((other) => recencyOf(other) > recency);
      const f = score((other) => other.orders.length < customer.orders.length);
      const m = score((other) => other.sales < customer.sales);
      const segment = GRID[5 - r]?.[f - 1];
      if (!segment) throw new Error(`There is no segment for ${r} and ${f}.`);
      return [customer, { recency, r, f, m, segment }];
    }),
  );
}

/** What `customer_segments.csv` holds; the words of the strategies are free. */
export function customerSegments(scores: ReadonlyMap<Customer, Scores>, asOf: string): Table {
  return {
    header: [
      'customer_id',
      'recency_days',
      'frequency',
      'monetary',
      'r',
      'f',
      'm',
      'rfm',
      'segment',
      'strategy',
      'lifecycle_stage',
    ],
    rows: [...scores].map(([customer, { recency, r, f, m, segment }]) => [
      customer.id,
      String(recency),
      String(customer.orders.length),
      written(money(customer.sales), 2),
      String(r),
      String(f),
      String(m),
      `${r}${f}${m}`,
      segment,
      FREE,
      stageAt(customer, asOf) ?? '',
    ]),
  };
}
