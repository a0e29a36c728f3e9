import { isWellFormed } from '../oracle/ledger.ts';
import { FREE } from '../sales-oracle/free-columns.ts';
import type { Table } from '../sales-oracle/table.ts';
import { scoreText } from './master.ts';
import { daysBefore } from './of-users.ts';
import { type Params, supportLoad, type User } from './users.ts';

export const RULES = [
  'inactive',
  'unscored',
  'no_threshold',
  'medium_engagement',
  'no_contact_address',
  'recent_outreach',
] as const;

export type Rule = (typeof RULES)[number];

/** A user with the reasons that keep it from every team, in order. */
export interface Entry {
  readonly user: User;
  readonly excluded: readonly Rule[];
}

/** Every user with its reasons. */
export function makeLedger(
  users: readonly User[],
  asOf: string,
  { outreach_gap_days }: Params,
): readonly Entry[] {
  const quietFrom = daysBefore(asOf, outreach_gap_days);
  return users.map((user) => {
    const { band, email, lastRetentionAction } = user;
    const excludes: Readonly<Record<Rule, boolean>> = {
      inactive: !user.active,
      unscored: band === 'unscored',
      no_threshold: band === 'no_threshold',
      medium_engagement: band === 'medium',
      no_contact_address: email === null || !isWellFormed(email),
      // Actions that are still to come are not among those that a user has.
      recent_outreach: band === 'low' && lastRetentionAction !== null && lastRetentionAction >= quietFrom,
    };
    return { user, excluded: RULES.filter((rule) => excludes[rule]) };
  });
}

/** What `marketing_highly_engaged.csv` holds. */
export function marketing(ledger: readonly Entry[]): Table {
  return {
    header: ['user_id', 'email', 'region_code', 'plan', 'engagement_score'],
    rows: routed(ledger, 'high').map(({ id, email, region, plan, score }) => {
      return [id, email ?? '', region, plan ?? '', scoreText(score)];
    }),
  };
}

/** What `customer_success_low_engagement.csv` holds. */
export function customerSuccess(ledger: readonly Entry[]): Table {
  return {
    header: [
      'user_id',
      'full_name',
      'email',
      'region_code',
      'engagement_score',
      'support_load',
      'open_tickets',
      'last_retention_action',
    ],
    rows: routed(ledger, 'low').map((user) => [
      user.id,
      user.fullName ?? '',
      user.email ?? '',
      user.region,
      scoreText(user.score),
      String(supportLoad(user)),
      String(user.openTickets),
      user.lastRetentionAction ?? '',
    ]),
  };
}

/** What `dropouts.csv` holds; what a rule says beside its reason is free. */
export function dropouts(ledger: readonly Entry[]): Table {
  return {
    header: ['user_id', 'stage', 'reason', 'detail', 'also'],
    rows: ledger.flatMap(({ user, excluded: [first, ...others] }) => {
      return first ? [[user.id, first, first, FREE, others.join('|')]] : [];
    }),
  };
}

function routed(ledger: readonly Entry[], band: User['band']): readonly User[] {
  return ledger
    .filter(({ excluded }) => excluded.length === 0)
    .flatMap(({ user }) => (user.band === band ? [user] : []));
}
