import { daysBetween, endOf, monthOf, monthsFrom } from './calendar.ts';
import { type Customer, cohortOf } from './customers.ts';
import type { Table } from './table.ts';

const STAGES = ['new', 'active', 'at_risk', 'dormant', 'churned'] as const;

export type Stage = (typeof STAGES)[number];

/** The stage of a customer at the end of a day; undefined where there was no order by then. */
export function stageAt({ orders }: Customer, day: string): Stage | undefined {
  const known = orders.filter((order) => order.day <= day);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return undefined;
  if (daysBetween(first.day, day) <= 30n) return 'new';
  const days = daysBetween(last.day, day);
  if (days <= 90n) return 'active';
  if (days <= 180n) return 'at_risk';
  return days <= 365n ? 'dormant' : 'churned';
}

/** What `lifecycle_tracking.csv` holds. */
export function lifecycleTracking(customers: readonly Customer[], asOf: string): Table {
  const first = customers.map(cohortOf).toSorted()[0];
  const months = first === undefined ? [] : monthsFrom(first, monthOf(asOf));
  return {
    header: ['month', 'stage', 'customers'],
    rows: months.flatMap((month) => {
      const day = month === monthOf(asOf) ? asOf : endOf(month);
      const stages = customers.map((customer) => stageAt(customer, day));
      return STAGES.map((stage) => [month, stage, String(stages.filter((each) => each === stage).length)]);
    }),
  };
}
