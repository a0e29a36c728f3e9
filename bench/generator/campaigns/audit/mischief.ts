import { createRandom, shuffled } from '../../random.ts';
import { type Block, createLeads, type Lead } from './lead.ts';

/** The leads, and those with which something goes wrong that nobody has planned. */
export interface Mischief {
  /** By solution then client. */
  readonly leads: readonly Lead[];
  /** Filtered at the exclusions, which only the other trace says. */
  readonly unreported: ReadonlySet<Lead>;
  /** Delivered, and traced as well. */
  readonly contradictory: ReadonlySet<Lead>;
  /** Filtered once and traced twice. */
  readonly tracedTwice: Lead;
  /** Carried into the buffer with a block that a newer one has taken the place of. */
  readonly stale: ReadonlySet<Lead>;
}

/** Leads with this language vanish when the buffer is made. */
export const LOST_LANGUAGE = 'fr';

/** The offers with several details, which the join brings in. */
export const DETAILS: ReadonlyMap<string, readonly string[]> = new Map([
  ['B-201-gold', ['room', 'room and breakfast', 'suite']],
  ['B-203-silver', ['weekend', 'weekend and spa']],
]);

const UNREPORTED = 37;
const CONTRADICTORY = 12;
const STALE = 9;

const ENDED: Block = { reason: 'moved away', start: '2026-02-01', end: '2026-04-30' };
const HOLDS: Block = { reason: 'complaint', start: '2026-09-15', end: '' };

/** Leads that are delivered in one row and have no other fault. */
function isPlain({ fate, language, offer, blocks }: Lead): boolean {
  return fate === undefined && language !== LOST_LANGUAGE && !DETAILS.has(offer) && blocks.length === 0;
}

/** Chooses, by the seed, with which leads something goes wrong. */
export function mischief(seed: number): Mischief {
  const sound = createLeads(seed);
  const order = shuffled(sound, createRandom(seed, 'audit mischief'));
  const excluded = order.filter(({ fate }) => fate?.stage === 'exclusions');
  const plain = order.filter(isPlain);
  const outdated = new Set(plain.slice(CONTRADICTORY, CONTRADICTORY + STALE));
  const leads = sound.map(
    (lead): Lead => (outdated.has(lead) ? { ...lead, blocks: [ENDED, HOLDS], carried: ENDED } : lead),
  );
  const [tracedTwice] = excluded.slice(UNREPORTED);
  if (!tracedTwice) throw new RangeError('Too few leads are excluded.');
  return {
    leads,
    unreported: new Set(excluded.slice(0, UNREPORTED)),
    contradictory: new Set(plain.slice(0, CONTRADICTORY)),
    tracedTwice,
    stale: new Set(leads.filter(({ carried }) => carried === ENDED)),
  };
}
