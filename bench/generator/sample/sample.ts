import { bookingsFile } from './bookings.ts';
import { consentEventsFile } from './consent-events.ts';
import { customersFile } from './customers.ts';
import { createGuests } from './guests.ts';
import { suppressionsFile } from './suppressions.ts';

/** The sample: file names and their bytes. */
export function sampleFiles(seed: number): ReadonlyMap<string, Buffer> {
  const guests = createGuests(seed);
  return new Map([
    ['customers.csv', customersFile(seed, guests)],
    ['bookings.csv', bookingsFile(seed, guests)],
    ['consent_events.csv', consentEventsFile(seed, guests)],
    ['suppressions.csv', suppressionsFile(seed, guests)],
  ]);
}
