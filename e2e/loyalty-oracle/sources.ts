import type { Code } from '../../electron/contract/codes.ts';
import { type Column, column, type Source } from '../oracle/sources.ts';
import type { Value } from '../oracle/values.ts';

export const ACTIVITIES = ['login', 'purchase', 'feedback'] as const;
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

/** A source of the recipe, and what the monitor has to know of it. */
export interface LoyaltySource extends Source {
  /** The column that says when a record is of. */
  readonly time?: string;
  /** The column by which a record belongs to a user or to a region. */
  readonly belongs?: 'user_id' | 'region_code';
}

const HUNDRED = 1_000_000n;

/** The thirteen sources, written down from their description once more: the recipe's own file may be wrong. */
export const LOYALTY_SOURCES: readonly LoyaltySource[] = [
  {
    ...source('user_profile', [
      column('user_id', 'id', true),
      column('full_name', 'text'),
      column('email', 'email'),
      column('region_code', 'id', true),
      column('plan', 'text'),
      column('signup_date', 'date'),
      column('is_active', 'boolean', true),
      column('updated_at', 'timestamp', true),
    ]),
    time: 'updated_at',
    belongs: 'region_code',
  },
  ofUsers('user_activity', 'activity_ts', 'activity_id', [
    column('activity_id', 'id', true),
    column('user_id', 'id', true),
    { ...column('activity_type', 'enum', true), values: ACTIVITIES },
    column('activity_ts', 'timestamp', true),
    column('amount', 'decimal'),
  ]),
  ofUsers('engagement_score', 'scored_at', undefined, [
    column('user_id', 'id', true),
    between('score', 0n, HUNDRED),
    column('scored_at', 'timestamp', true),
  ]),
  ofUsers('feature_adoption', 'adopted_on', undefined, [
    column('user_id', 'id', true),
    column('feature', 'text', true),
    column('adopted_on', 'date', true),
  ]),
  ofUsers('retention_action', 'action_date', 'action_id', [
    column('action_id', 'id', true),
    column('user_id', 'id', true),
    column('action_type', 'text', true),
    column('action_date', 'date', true),
    column('outcome', 'text'),
  ]),
  ofUsers('support_calls', 'measured_on', undefined, [
    column('user_id', 'id', true),
    { ...column('calls_last_30_days', 'integer', true), faultBeside: (calls) => outside(calls, 0n) },
    column('measured_on', 'date', true),
  ]),
  ofUsers('support_chats', 'started_at', 'chat_id', [
    column('chat_id', 'id', true),
    column('user_id', 'id', true),
    column('started_at', 'timestamp', true),
  ]),
  ofUsers('issue_tickets', 'opened_on', 'ticket_id', [
    column('ticket_id', 'id', true),
    column('user_id', 'id', true),
    { ...column('severity', 'enum', true), values: SEVERITIES },
    column('opened_on', 'date', true),
    column('closed_on', 'date'),
  ]),
  ofUsers('service_requests', 'requested_on', 'request_id', [
    column('request_id', 'id', true),
    column('user_id', 'id', true),
    column('requested_on', 'date', true),
    column('status', 'text'),
  ]),
  ofUsers('product_support_usage', 'viewed_at', undefined, [
    column('user_id', 'id', true),
    column('article_id', 'id', true),
    column('viewed_at', 'timestamp', true),
  ]),
  ofUsers('repeat_engagements', 'period_end', undefined, [
    column('user_id', 'id', true),
    column('repeat_count', 'integer', true),
    column('period_end', 'date', true),
  ]),
  {
    ...source('region_metadata', [
      column('region_code', 'id', true),
      column('region_name', 'text', true),
      column('classification', 'text', true),
    ]),
    unique: 'region_code',
  },
  {
    ...source('region_thresholds', [
      column('region_code', 'id', true),
      { ...column('low_threshold', 'decimal', true), faultBeside: upsideDown },
      column('high_threshold', 'decimal', true),
      column('valid_from', 'date', true),
    ]),
    time: 'valid_from',
    belongs: 'region_code',
  },
];

export type LoyaltySourceName =
  | 'user_profile'
  | 'user_activity'
  | 'engagement_score'
  | 'feature_adoption'
  | 'retention_action'
  | 'support_calls'
  | 'support_chats'
  | 'issue_tickets'
  | 'service_requests'
  | 'product_support_usage'
  | 'repeat_engagements'
  | 'region_metadata'
  | 'region_thresholds';

function source(name: LoyaltySourceName, columns: readonly Column[]): Source {
  return { name, files: [`${name}.csv`], columns };
}

function ofUsers(
  name: LoyaltySourceName,
  time: string,
  unique: string | undefined,
  columns: readonly Column[],
): LoyaltySource {
  const key = unique === undefined ? {} : { unique };
  return { ...source(name, columns), ...key, time, belongs: 'user_id' };
}

function between(name: string, least: bigint, most: bigint): Column {
  return { ...column(name, 'decimal', true), faultBeside: (value) => outside(value, least, most) };
}

function outside(value: Value, least: bigint, most?: bigint): Code | undefined {
  if (typeof value !== 'bigint') return undefined;
  return value < least || (most !== undefined && value > most) ? 'out_of_range' : undefined;
}

/** A low threshold above the high one of its record; a high one that cannot be read decides nothing. */
function upsideDown(low: Value, values: ReadonlyMap<string, Value>): Code | undefined {
  const high = values.get('high_threshold');
  return typeof low === 'bigint' && typeof high === 'bigint' && low > high ? 'out_of_range' : undefined;
}
