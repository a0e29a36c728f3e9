import { twoDecimals } from '../oracle/money.ts';
import type { Table } from '../sales-oracle/table.ts';
import { supportLoad, type User } from './users.ts';

const HEADER = [
  'snapshot_date',
  'user_id',
  'full_name',
  'email',
  'region_code',
  'region_name',
  'region_class',
  'plan',
  'signup_date',
  'is_active',
  'engagement_score',
  'scored_at',
  'engagement_band',
  'logins',
  'purchases',
  'purchase_amount',
  'feedback',
  'last_activity_at',
  'features_adopted',
  'last_adopted_on',
  'retention_actions',
  'last_retention_action',
  'support_calls',
  'support_chats',
  'open_tickets',
  'service_requests',
  'help_views',
  'repeat_engagements',
  'support_load',
] as const;

/** The users of each day that is kept, by day. */
export type Snapshots = ReadonlyMap<string, readonly User[]>;

/** What `history.csv` holds: all snapshots, by date and then by user. Of one snapshot alone it is `master.csv`. */
export function historyTable(snapshots: Snapshots): Table {
  const days = [...snapshots].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return {
    header: HEADER,
    rows: days.flatMap(([day, users]) => users.map((user) => rowOf(day, user))),
  };
}

/** A time as files have it, without a fraction of a second. */
export function timeText(time: string | null): string {
  return time === null ? '' : `${time.slice(0, 19)}Z`;
}

/** A score with two decimals. */
export function scoreText(score: bigint | null): string {
  return score === null ? '' : twoDecimals(score);
}

function rowOf(day: string, user: User): readonly string[] {
  return [
    day,
    user.id,
    user.fullName ?? '',
    user.email ?? '',
    user.region,
    user.regionName ?? '',
    user.regionClass ?? '',
    user.plan ?? '',
    user.signupDate ?? '',
    String(user.active),
    scoreText(user.score),
    timeText(user.scoredAt),
    user.band,
    String(user.logins),
    String(user.purchases),
    twoDecimals(user.purchaseAmount),
    String(user.feedback),
    timeText(user.lastActivityAt),
    String(user.features.size),
    user.lastAdoptedOn ?? '',
    String(user.retentionActions),
    user.lastRetentionAction ?? '',
    String(user.calls),
    String(user.chats),
    String(user.openTickets),
    String(user.requests),
    String(user.helpViews),
    String(user.repeats),
    String(supportLoad(user)),
  ];
}
