import { type BulkLines, FAULTY } from '../../bulk/scale.ts';
import { AS_OF_DAY, clock, isoDays } from '../../days.ts';
import { createRandom, type Random } from '../../random.ts';
import { anyUser, type LoyaltyScale } from './loyalty-scale.ts';

const TYPES = ['login', 'login', 'login', 'login', 'login', 'login', 'purchase', 'feedback'] as const;
const FEATURES = 24;
const ARTICLES = 500;

/** Activities of the last three months, in no order. */
export function activityLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk user_activity');
  const instant = instants(random, 90);
  return {
    header: 'activity_id,user_id,activity_type,activity_ts,amount',
    line: (index) => {
      const type = random.pick(TYPES);
      const bought = type === 'purchase' ? `${random.between(3, 120)}.${random.between(10, 99)}` : '';
      const amount = random.chance(FAULTY) ? '12,50 EUR' : bought;
      const cells = [`A${index}`, anyUser(scale, random), type, instant()];
      return `${cells.join(',')},${amount.includes(',') ? `"${amount}"` : amount}`;
    },
  };
}

/** Scores of the last days: one in a thousand is above 100. */
export function scoreLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk engagement_score');
  const instant = instants(random, 14);
  return {
    header: 'user_id,score,scored_at',
    line: () => {
      const score = random.chance(FAULTY / 2) ? '101.5' : `${random.below(100)}.${random.below(10_000)}`;
      return `${anyUser(scale, random)},${score},${instant()}`;
    },
  };
}

/** Features that were adopted in the last two years. */
export function adoptionLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk feature_adoption');
  const days = isoDays(AS_OF_DAY - 700, AS_OF_DAY);
  return {
    header: 'user_id,feature,adopted_on',
    line: () => {
      const feature = Math.floor(random.fraction() * random.fraction() * FEATURES);
      const day = random.chance(FAULTY) ? 'soon' : (days[random.below(days.length)] ?? '');
      return `${anyUser(scale, random)},Feature ${feature + 1},${day}`;
    },
  };
}

/** Pages of the help that were looked at. */
export function helpViewLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk product_support_usage');
  const instant = instants(random, 60);
  return {
    header: 'user_id,article_id,viewed_at',
    line: () => {
      const article = random.chance(FAULTY) ? '' : String(1000 + random.below(ARTICLES));
      return `${anyUser(scale, random)},${article},${instant()}`;
    },
  };
}

/** How often users came back, by month. */
export function repeatLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk repeat_engagements');
  const ends = ['2026-08-31', '2026-09-30', '2026-10-31'] as const;
  return {
    header: 'user_id,repeat_count,period_end',
    line: () => {
      const count = random.chance(FAULTY) ? 'many' : String(random.below(20));
      return `${anyUser(scale, random)},${count},${random.pick(ends)}`;
    },
  };
}

/** Instants of so many days up to the as-of date. */
export function instants(random: Random, days: number): () => string {
  const dates = isoDays(AS_OF_DAY - days, AS_OF_DAY);
  return () => `${dates[random.below(dates.length)] ?? ''}T${clock(random.below(86_400))}Z`;
}
