import { bookingLines } from './bulk-bookings.ts';
import { consentEventLines } from './bulk-consent-events.ts';
import { customerLines } from './bulk-customers.ts';
import { type WrittenFile, writeRecords } from './bulk-file.ts';
import { suppressionLines } from './bulk-suppressions.ts';
import { scaleOf } from './scale.ts';

/** Writes the four files for a number of bookings: RFC 4180, LF, commas, UTF-8, headers in the recipe's order. */
export function writeBulk(folder: string, bookings: number, seed: number): readonly WrittenFile[] {
  const scale = scaleOf(bookings);
  const customers = customerLines(seed, scale);
  const booked = bookingLines(seed, scale);
  const consents = consentEventLines(seed, scale);
  const suppressed = suppressionLines(seed, scale);
  return [
    writeRecords(folder, 'customers.csv', customers.header, scale.snapshots, customers.line),
    writeRecords(folder, 'bookings.csv', booked.header, scale.bookings, booked.line),
    writeRecords(folder, 'consent_events.csv', consents.header, scale.consentEvents, consents.line),
    writeRecords(folder, 'suppressions.csv', suppressed.header, scale.suppressions, suppressed.line),
  ];
}
