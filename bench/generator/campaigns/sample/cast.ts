import { CAST_BLOCKS } from './cast-blocks.ts';
import { CAST_CLIENTS } from './cast-clients.ts';
import { CAST_EXCLUSIONS } from './cast-exclusions.ts';
import { CAST_OFFERS } from './cast-offers.ts';
import type { Character } from './character.ts';

/** Leads with a story each: one rule or border case apiece, so that a person can look one up. */
export const CAST: readonly Character[] = [
  ...CAST_CLIENTS,
  ...CAST_EXCLUSIONS,
  ...CAST_OFFERS,
  ...CAST_BLOCKS,
];
