import { csvFiles } from './write-files.ts';

export const LOYALTY_DAY = '2025-11-20';

const HEADERS = {
  user_profile: 'user_id,full_name,email,region_code,plan,signup_date,is_active,updated_at',
  user_activity: 'activity_id,user_id,activity_type,activity_ts,amount',
  engagement_score: 'user_id,score,scored_at',
  feature_adoption: 'user_id,feature,adopted_on',
  retention_action: 'action_id,user_id,action_type,action_date,outcome',
  support_calls: 'user_id,calls_last_30_days,measured_on',
  support_chats: 'chat_id,user_id,started_at',
  issue_tickets: 'ticket_id,user_id,severity,opened_on,closed_on',
  service_requests: 'request_id,user_id,requested_on,status',
  product_support_usage: 'user_id,article_id,viewed_at',
  repeat_engagements: 'user_id,repeat_count,period_end',
  region_metadata: 'region_code,region_name,classification',
  region_thresholds: 'region_code,low_threshold,high_threshold,valid_from',
} as const;

type LoyaltySource = keyof typeof HEADERS;

/** Files of the thirteen sources with these lines under their headers; null leaves a file out. */
export function loyaltyFiles(
  rows: Readonly<Partial<Record<LoyaltySource, readonly string[] | null>>>,
): Readonly<Record<string, string>> {
  return csvFiles(HEADERS, rows);
}
