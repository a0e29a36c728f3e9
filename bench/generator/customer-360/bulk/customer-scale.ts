import { mix } from '../../random.ts';

/** How many of everything there are. */
export interface CustomerScale {
  readonly transactions: number;
  readonly visits: number;
  /** Users of the shop. */
  readonly users: number;
  /** People in the CRM: the first of them are the first of the users. */
  readonly leads: number;
  readonly leadRecords: number;
  readonly entries: number;
}

/** Share of records with a fault. */
export const FAULTY = 0.002;

/** The proportions between the files: two visits a transaction, five transactions a user. */
export function customerScale(transactions: number): CustomerScale {
  const users = Math.max(1, Math.round(transactions / 5));
  const leads = Math.max(1, Math.round(users * 1.2));
  return {
    transactions,
    visits: transactions * 2,
    users,
    leads,
    leadRecords: Math.round(leads * 1.25),
    entries: Math.round(users * 0.7),
  };
}

/** The address of a lead by number. */
export function emailOf(lead: number): string {
  return `lead.${lead}@example.com`;
}

/** The id of a user by number: mostly a uuid, now and then a number that is too long for a double. */
export function userOf(seed: number, user: number): string {
  if (user % 40 === 7) return `90071992547${String(409_931_000_000 + user)}`;
  const digits = [1, 2, 3, 4]
    .map((part) => mix(mix(seed, user), part).toString(16).padStart(8, '0'))
    .join('');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}

/** A user whom chance picks: few come very often. */
export function anyUser(chance: number, { users }: CustomerScale): number {
  return Math.floor(chance * Math.sqrt(chance) * users);
}
