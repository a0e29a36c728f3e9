import { customerId } from '../../bulk/scale.ts';
import type { Random } from '../../random.ts';
import type { SourceName } from '../sample/character.ts';

/** How many users there are, and how many lines in each file. */
export interface LoyaltyScale {
  readonly users: number;
  readonly lines: Readonly<Record<SourceName, number>>;
}

export const REGION_COUNT = 40;
const THRESHOLDS_A_REGION = 2;

/** Shares of the lines that are left when every region is described; the rest are activities. */
const SHARES: Readonly<Partial<Record<SourceName, number>>> = {
  user_profile: 0.1,
  engagement_score: 0.12,
  feature_adoption: 0.12,
  retention_action: 0.03,
  support_calls: 0.04,
  support_chats: 0.04,
  issue_tickets: 0.04,
  service_requests: 0.03,
  product_support_usage: 0.08,
  repeat_engagements: 0.08,
};

/** The proportions between the files, which have so many lines in all. Throws a RangeError where the regions alone are more. */
export function loyaltyScale(lines: number): LoyaltyScale {
  const metadata = REGION_COUNT;
  const thresholds = REGION_COUNT * THRESHOLDS_A_REGION;
  const left = lines - metadata - thresholds;
  if (left < 0) throw new RangeError(`There are ${metadata + thresholds} lines at the least.`);
  const of = (source: SourceName): number => Math.floor((SHARES[source] ?? 0) * left);
  const counts = {
    user_profile: of('user_profile'),
    user_activity: 0,
    engagement_score: of('engagement_score'),
    feature_adoption: of('feature_adoption'),
    retention_action: of('retention_action'),
    support_calls: of('support_calls'),
    support_chats: of('support_chats'),
    issue_tickets: of('issue_tickets'),
    service_requests: of('service_requests'),
    product_support_usage: of('product_support_usage'),
    repeat_engagements: of('repeat_engagements'),
    region_metadata: metadata,
    region_thresholds: thresholds,
  };
  const activities = lines - Object.values(counts).reduce((sum, count) => sum + count, 0);
  // One in five has a second profile.
  const users = Math.max(1, Math.ceil(counts.user_profile / 1.2));
  return { users, lines: { ...counts, user_activity: activities } };
}

/** A user, now and then one of whom there is no profile. */
export function anyUser({ users }: LoyaltyScale, random: Random): string {
  return customerId(random.below(Math.ceil(users * 1.002)));
}

/** The code of a region. */
export function regionCode(number: number): string {
  return number % 10 === 3 ? `0${number}` : number % 10 === 7 ? `R-${number}` : String(100 + number);
}
