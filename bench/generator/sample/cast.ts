import { CAST_BOOKINGS } from './cast-bookings.ts';
import { CAST_CONSENTS_AND_SUPPRESSIONS } from './cast-consents.ts';
import { CAST_CUSTOMERS } from './cast-customers.ts';
import { CAST_IDS } from './cast-ids.ts';
import type { Character } from './character.ts';

/** Customers with a story each: one rule or border case apiece, so that a person can look one up. */
export const CAST: readonly Character[] = [
  ...CAST_BOOKINGS,
  ...CAST_CUSTOMERS,
  ...CAST_CONSENTS_AND_SUPPRESSIONS,
  ...CAST_IDS,
];
