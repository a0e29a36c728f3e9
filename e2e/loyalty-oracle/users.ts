import { textOrNull, wholeOrNull } from '../campaign-oracle/cells.ts';
import { byId } from '../oracle/ledger.ts';
import { type LoadedSource, type Row, rowsOf } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';
import { byUser, dayOf, daysBefore, latestBy, latestTime } from './of-users.ts';
import type { LoyaltySourceName } from './sources.ts';

export interface Params {
  readonly outreach_gap_days: number;
  readonly activity_days: number;
}

export type Band = 'unscored' | 'no_threshold' | 'high' | 'medium' | 'low';

/** A user as of a day: what the master table says, before it is written. Scores and amounts are in ten-thousandths. */
export interface User {
  readonly id: string;
  readonly fullName: string | null;
  readonly email: string | null;
  readonly region: string;
  readonly regionName: string | null;
  readonly regionClass: string | null;
  readonly plan: string | null;
  readonly signupDate: string | null;
  readonly active: boolean;
  readonly score: bigint | null;
  readonly scoredAt: string | null;
  readonly band: Band;
  readonly logins: number;
  readonly purchases: number;
  readonly purchaseAmount: bigint;
  readonly feedback: number;
  readonly lastActivityAt: string | null;
  readonly features: ReadonlySet<string>;
  readonly lastAdoptedOn: string | null;
  readonly retentionActions: number;
  readonly lastRetentionAction: string | null;
  readonly calls: bigint;
  readonly chats: number;
  readonly openTickets: number;
  readonly requests: number;
  readonly helpViews: number;
  readonly repeats: bigint;
}

/** Every current user, in the order of ids. */
export function usersOf(
  sources: readonly LoadedSource[],
  asOf: string,
  { activity_days }: Params,
): readonly User[] {
  const rows = (name: LoyaltySourceName): readonly Row[] => rowsOf(sources, name);
  const from = daysBefore(asOf, activity_days);
  const profiles = latestBy(rows('user_profile'), 'user_id', 'updated_at', asOf);
  const regions = new Map(rows('region_metadata').map((row) => [textOf(row, 'region_code'), row]));
  const thresholds = latestBy(rows('region_thresholds'), 'region_code', 'valid_from', asOf);
  const scores = latestBy(rows('engagement_score'), 'user_id', 'scored_at', asOf);
  const calls = latestBy(rows('support_calls'), 'user_id', 'measured_on', asOf);
  const repeats = latestBy(rows('repeat_engagements'), 'user_id', 'period_end', asOf);
  const everActive = byUser(rows('user_activity'), 'activity_ts', asOf);
  const adoptions = byUser(rows('feature_adoption'), 'adopted_on', asOf);
  const actions = byUser(rows('retention_action'), 'action_date', asOf);
  const tickets = byUser(rows('issue_tickets'), 'opened_on', asOf);
  const chats = byUser(rows('support_chats'), 'started_at', asOf, from);
  const requests = byUser(rows('service_requests'), 'requested_on', asOf, from);
  const views = byUser(rows('product_support_usage'), 'viewed_at', asOf, from);

  const inOrder = [...profiles].toSorted(([left], [right]) => byId(left, right));
  return inOrder.map(([id, profile]) => {
    const region = textOf(profile, 'region_code');
    const metadata = regions.get(region);
    const score = scores.get(id);
    const activity = everActive.get(id) ?? [];
    const recent = activity.filter((row) => dayOf(textOf(row, 'activity_ts')) >= from);
    const ofType = (type: string) => recent.filter((row) => row.get('activity_type') === type);
    const adopted = adoptions.get(id) ?? [];
    const acted = actions.get(id) ?? [];
    const points = score ? wholeOrNull(score, 'score') : null;
    return {
      id,
      fullName: textOrNull(profile, 'full_name'),
      email: textOrNull(profile, 'email'),
      region,
      regionName: metadata ? textOf(metadata, 'region_name') : null,
      regionClass: metadata ? textOf(metadata, 'classification') : null,
      plan: textOrNull(profile, 'plan'),
      signupDate: textOrNull(profile, 'signup_date'),
      active: profile.get('is_active') === true,
      score: points,
      scoredAt: score ? textOf(score, 'scored_at') : null,
      band: bandOf(points, thresholds.get(region)),
      logins: ofType('login').length,
      purchases: ofType('purchase').length,
      purchaseAmount: ofType('purchase').reduce((sum, row) => sum + (wholeOrNull(row, 'amount') ?? 0n), 0n),
      feedback: ofType('feedback').length,
      lastActivityAt: latestTime(activity, 'activity_ts'),
      features: new Set(adopted.map((row) => textOf(row, 'feature'))),
      lastAdoptedOn: latestTime(adopted, 'adopted_on'),
      retentionActions: acted.length,
      lastRetentionAction: latestTime(acted, 'action_date'),
      calls: figureOf(calls.get(id), 'calls_last_30_days'),
      chats: chats.get(id)?.length ?? 0,
      openTickets: (tickets.get(id) ?? []).filter((row) => isOpen(row, asOf)).length,
      requests: requests.get(id)?.length ?? 0,
      helpViews: views.get(id)?.length ?? 0,
      repeats: figureOf(repeats.get(id), 'repeat_count'),
    };
  });
}

/** What somebody has on the hands of the support. */
export function supportLoad({ calls, chats, openTickets, requests }: User): bigint {
  return calls + BigInt(chats + openTickets + requests);
}

function bandOf(score: bigint | null, thresholds: Row | undefined): Band {
  if (score === null) return 'unscored';
  if (!thresholds) return 'no_threshold';
  if (score >= figureOf(thresholds, 'high_threshold')) return 'high';
  return score < figureOf(thresholds, 'low_threshold') ? 'low' : 'medium';
}

function isOpen(ticket: Row, asOf: string): boolean {
  const closed = textOrNull(ticket, 'closed_on');
  return closed === null || closed > asOf;
}

function figureOf(row: Row | undefined, column: string): bigint {
  return row ? (wholeOrNull(row, column) ?? 0n) : 0n;
}
