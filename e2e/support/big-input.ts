import { BOOKINGS, CONSENTS, CUSTOMERS, SUPPRESSIONS } from './small-input.ts';
import { lines } from './write-files.ts';

/** Sound files of so many customers: even ones are delivered, odd ones never gave consent. */
export function bigInput(customers: number): Readonly<Record<string, string>> {
  const each = (make: (customer: number) => string) =>
    Array.from({ length: customers }, (_, n) => make(n + 1));
  return {
    'customers.csv': lines(CUSTOMERS, ...each((n) => `${n},name${n}@example.com,Bavaria,gold,1,2026-01-01`)),
    'bookings.csv': lines(BOOKINGS, ...each((n) => `B${n},${n},2026-10-01,${n}.25,COMPLETED,Cruise,web`)),
    'consent_events.csv': lines(
      CONSENTS,
      ...each((n) => `E${n},${n},${n % 2 === 0 ? 'email' : 'sms'},OPT_IN,2026-01-01`),
    ),
    'suppressions.csv': lines(SUPPRESSIONS),
  };
}
