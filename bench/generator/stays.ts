import type { Random } from './random.ts';

/** What can be booked: names as they come out of several systems, some with commas and quotes in them. */
export const PRODUCTS = [
  'Harbor Inn',
  'Harbor Inn',
  'Lakeside Lodge',
  'Lakeside Lodge',
  'Summit Cabin',
  'Desert Retreat',
  'Chicago Break',
  'Boston Break',
  'Seattle Break',
  'Redwood Camp',
  'Weekend Spa',
  'Ski Week',
  'River Cruise',
  'Whale Watching',
  'Wine Country Tour',
  'Airport Transfer',
  'Rental Car',
  'Café Walk',
  'Suite, sea view',
  'Suite, garden view',
  'Double, breakfast',
  'Family room, 2 + 2',
  'Cabin "Eagle\'s Nest"',
  '"Old Mill", half board',
] as const;

/** Systems that take bookings. */
export const SYSTEMS = ['web', 'web', 'web', 'web', 'app', 'app', 'callcenter', 'partner'] as const;

/** What becomes of a booking; most are completed. */
export const STATUSES = [
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'Completed',
  'completed',
  'CANCELLED',
  'CANCELLED',
  'Cancelled',
  'NO_SHOW',
  'PENDING',
] as const;

/** A price as text: usually dollars and cents, sometimes whole dollars, now and then a refund or more decimals. */
export function amount(random: Random, system: string): string {
  const dollars = random.between(24, 1450);
  const cents = String(random.below(100)).padStart(2, '0');
  if (random.chance(0.02)) return `-${random.between(10, 300)}.${cents}`;
  // Partners convert currencies and keep the decimals that come out.
  if (system === 'partner' && random.chance(0.3)) return `${dollars}.${cents}${random.between(1, 99)}`;
  return random.chance(0.15) ? String(dollars) : `${dollars}.${cents}`;
}
