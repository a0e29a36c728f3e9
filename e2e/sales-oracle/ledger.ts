import { type Churn, riskOrHalf } from './churn.ts';
import type { Customer } from './customers.ts';
import { fraction, plus, times, whole, written } from './fraction.ts';
import { FREE } from './free-columns.ts';
import type { Scores, SegmentName } from './segments.ts';
import type { Table } from './table.ts';

export const RULES = ['no_value', 'bought_this_week', 'not_worth_contact'] as const;

export type Rule = (typeof RULES)[number];

/** One customer with the rules that exclude it, in order. */
export interface Entry {
  readonly customer: Customer;
  readonly scores: Scores;
  readonly churn: Churn;
  readonly excluded: readonly Rule[];
}

const CAMPAIGNS: Readonly<Record<SegmentName, string>> = {
  champions: 'vip_reward',
  loyal: 'loyalty_upsell',
  potential_loyalist: 'membership_offer',
  new: 'welcome_series',
  promising: 'second_purchase',
  need_attention: 'limited_offer',
  about_to_sleep: 'reminder',
  at_risk: 'win_back',
  cant_lose: 'personal_outreach',
  hibernating: 'low_cost_reactivation',
};

/** Every customer, in the order in which they are scored. */
export function makeLedger(
  scored: ReadonlyMap<Customer, Scores>,
  churned: ReadonlyMap<Customer, Churn>,
): readonly Entry[] {
  return [...scored].map(([customer, scores]) => {
    const churn = churned.get(customer);
    if (!churn) throw new Error(`Customer ${customer.id} has no churn.`);
    const excludes: Readonly<Record<Rule, boolean>> = {
      no_value: customer.sales <= 0n,
      bought_this_week: scores.recency <= 7n,
      not_worth_contact: scores.segment === 'hibernating' && scores.m === 1,
    };
    return { customer, scores, churn, excluded: RULES.filter((rule) => excludes[rule]) };
  });
}

/** What `campaign_targets.csv` holds: by priority down, equal ones in the order of ids. */
export function campaignTargets(ledger: readonly Entry[]): Table {
  const targets = ledger
    .filter(({ excluded }) => excluded.length === 0)
    .map(({ customer, scores, churn }) => ({ customer, scores, priority: priorityOf(scores, churn) }))
    .toSorted((left, right) => Number(right.priority) - Number(left.priority));
  return {
    header: ['customer_id', 'segment', 'campaign', 'priority'],
    rows: targets.map(({ customer, scores: { segment }, priority }) => {
      return [customer.id, segment, CAMPAIGNS[segment], priority];
    }),
  };
}

/** What `dropouts.csv` holds; what a rule says beside its reason is free. */
export function dropouts(ledger: readonly Entry[]): Table {
  return {
    header: ['customer_id', 'stage', 'reason', 'detail', 'also'],
    rows: ledger.flatMap(({ customer, excluded: [first, ...others] }) => {
      return first ? [[customer.id, first, first, FREE, others.join('|')]] : [];
    }),
  };
}

function priorityOf({ m, f }: Scores, churn: Churn): string {
  const sum = [
    times(fraction(4n, 10n), fraction(BigInt(m), 5n)),
    times(fraction(3n, 10n), fraction(BigInt(f), 5n)),
    times(fraction(3n, 10n), riskOrHalf(churn)),
  ].reduce(plus);
  return written(times(whole(100n), sum), 0);
}
