import { amountCell, booleanCell, emailCell, textCell } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { ACTIVITIES, type LoyaltySourceName, SEVERITIES } from '../loyalty-oracle/sources.ts';
import { anyRegion, anyUser, type Plan } from './plan.ts';
import { dayCell, instantCell } from './time-cells.ts';

/** Makes a record of a source; the number is its own among those of the source. */
export type RowMaker = (random: Random, plan: Plan, number: number) => TextRow;

const THRESHOLDS = ['30', '40.5', '50.0000', '60', '70.25', '0', '100'] as const;

export const ROW_MAKERS: Readonly<Record<LoyaltySourceName, RowMaker>> = {
  user_profile: (random, plan, number) => ({
    user_id: plan.users[number] ?? anyUser(random, { ...plan, orphans: 0 }),
    full_name: optional(random, plan, textCell(random)),
    email: emailCell(random, 0.1 + plan.faults),
    region_code: anyRegion(random, plan),
    plan: optional(random, plan, random.pick(['free', 'pro', textCell(random)])),
    signup_date: optional(random, plan, dayCell(random, plan)),
    is_active: booleanCell(random, plan.faults),
    updated_at: instantCell(random, plan),
  }),
  user_activity: (random, plan, number) => ({
    activity_id: idCell(random, plan, 'A', number),
    user_id: anyUser(random, plan),
    activity_type: wordCell(random, plan, ACTIVITIES),
    activity_ts: instantCell(random, plan),
    amount: optional(random, plan, amountCell(random, plan.faults)),
  }),
  engagement_score: (random, plan) => ({
    user_id: anyUser(random, plan),
    score: scoreCell(random, plan),
    scored_at: instantCell(random, plan),
  }),
  feature_adoption: (random, plan) => ({
    user_id: anyUser(random, plan),
    feature: random.chance(plan.faults) ? ' ' : random.pick(plan.features),
    adopted_on: dayCell(random, plan),
  }),
  retention_action: (random, plan, number) => ({
    action_id: idCell(random, plan, '0', number),
    user_id: anyUser(random, plan),
    action_type: random.pick(['call', 'voucher', 'e-mail']),
    action_date: dayCell(random, plan),
    outcome: optional(random, plan, textCell(random)),
  }),
  support_calls: (random, plan) => ({
    user_id: anyUser(random, plan),
    calls_last_30_days: random.chance(plan.faults)
      ? random.pick(['-1', '1.5', 'x', ''])
      : random.pick(['0', '1', '+2', '03', '17']),
    measured_on: dayCell(random, plan),
  }),
  support_chats: (random, plan, number) => ({
    chat_id: idCell(random, plan, '', number),
    user_id: anyUser(random, plan),
    started_at: instantCell(random, plan),
  }),
  issue_tickets: (random, plan, number) => ({
    ticket_id: idCell(random, plan, 'T-', number),
    user_id: anyUser(random, plan),
    severity: wordCell(random, plan, SEVERITIES),
    opened_on: dayCell(random, plan),
    closed_on: optional(random, { ...plan, empty: 0.5 }, dayCell(random, plan)),
  }),
  service_requests: (random, plan, number) => ({
    request_id: idCell(random, plan, 'R', number),
    user_id: anyUser(random, plan),
    requested_on: dayCell(random, plan),
    status: optional(random, plan, random.pick(['open', 'done', textCell(random)])),
  }),
  product_support_usage: (random, plan) => ({
    user_id: anyUser(random, plan),
    article_id: random.pick(['1', '01', 'faq']),
    viewed_at: instantCell(random, plan),
  }),
  repeat_engagements: (random, plan) => ({
    user_id: anyUser(random, plan),
    repeat_count: random.chance(plan.faults)
      ? random.pick(['many', '', '2.0'])
      : random.pick(['0', '1', '-2', '12']),
    period_end: dayCell(random, plan),
  }),
  region_metadata: (random, plan, number) => ({
    region_code: plan.regions[number] ?? random.pick(plan.regions),
    region_name: random.chance(plan.faults) ? '' : random.pick(['North', 'Süd', 'O"st', 'West, far']),
    classification: random.pick(['core', 'growth']),
  }),
  region_thresholds: (random, plan, number) => {
    const first = random.pick(THRESHOLDS);
    const second = random.pick(THRESHOLDS);
    const upright = Number(first) <= Number(second) || random.chance(plan.faults * 3);
    return {
      region_code: plan.regions[number] ?? anyRegion(random, plan),
      low_threshold: random.chance(plan.faults) ? random.pick(['', 'low', '40,5']) : upright ? first : second,
      high_threshold: random.chance(plan.faults)
        ? random.pick(['', 'high', '1e2'])
        : upright
          ? second
          : first,
      valid_from: dayCell(random, plan),
    };
  },
};

function idCell(random: Random, { faults }: Plan, prefix: string, number: number): string {
  return random.chance(faults) ? random.pick(['', `${prefix}1`, '1', '01', 'A']) : `${prefix}${number}`;
}

function wordCell(random: Random, { faults }: Plan, words: readonly string[]): string {
  if (random.chance(faults)) return random.pick(['', 'other', 'log in', 'highest']);
  const word = random.pick(words);
  return random.pick([word, word, word.toUpperCase(), ` ${word}`]);
}

function scoreCell(random: Random, { faults }: Plan): string {
  if (random.chance(faults)) return random.pick(['', '-0.0001', '100.0001', '101', '99,5', 'n/a', '1e1']);
  const near = Number(random.pick(THRESHOLDS)) + random.pick([-0.0001, 0, 0, 0.0001]);
  const usual = `${random.below(100)}${random.pick(['', '.5', '.005', '.0049', '.9951', '.3333'])}`;
  return random.chance(0.3) ? Math.min(100, Math.max(0, near)).toFixed(4) : usual;
}

function optional(random: Random, { empty }: Plan, cell: string): string {
  return random.chance(empty) ? random.pick(['', '  ']) : cell;
}
