import type { Random } from '../random.ts';

/** How many of everything there are. */
export interface Scale {
  readonly bookings: number;
  readonly snapshots: number;
  readonly customers: number;
  readonly consentEvents: number;
  readonly suppressions: number;
}

/** The lines of one file. Ask for them in order: each takes its share of a sequence of random numbers. */
export interface BulkLines {
  readonly header: string;
  readonly line: (index: number) => string;
}

/** Share of records with a fault. */
export const FAULTY = 0.002;

/** The proportions between the files. */
export function scaleOf(bookings: number): Scale {
  const snapshots = Math.max(1, Math.round(bookings / 4));
  return {
    bookings,
    snapshots,
    customers: Math.max(1, Math.round(snapshots * 0.78)),
    consentEvents: Math.round(bookings * 0.4),
    suppressions: Math.round(bookings / 100),
  };
}

/** The id of a customer: mostly plain numbers, some with leading zeros or letters. */
export function customerId(number: number): string {
  if (number % 40 === 7) return `0${100_000 + number}`;
  return number % 40 === 9 ? `HV-${number}` : String(100_000 + number);
}

/** A customer, now and then one that is in no customer file. */
export function anyCustomer(scale: Scale, random: Random): string {
  return customerId(random.below(Math.ceil(scale.customers * 1.003)));
}
