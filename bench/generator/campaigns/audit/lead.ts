import { AS_OF_DAY, isoDay } from '../../days.ts';
import { createRandom, type Random } from '../../random.ts';

/** What the other team's pipeline makes of a lead: the stage that filters it and why, or nothing: a target. */
export interface Fate {
  readonly stage: 'exclusions' | 'offers' | 'buffer' | 'targets';
  readonly reason: string;
}

/** A time in which a lead may not be contacted, as ISO days; without an end it is open. */
export interface Block {
  readonly reason: string;
  readonly start: string;
  readonly end: string;
}

/** A lead of the other team's pipeline. */
export interface Lead {
  readonly solution: string;
  readonly client: string;
  readonly segment: string;
  readonly language: string;
  readonly country: string;
  readonly channel: string;
  readonly offer: string;
  readonly fate: Fate | undefined;
  readonly contacted: string;
  /** All of them stand in the reference. */
  readonly blocks: readonly Block[];
  /** The one that the buffer carries: of those that have begun the last to begin. */
  readonly carried: Block | undefined;
}

const CLIENTS = 1300;
const SHARE_OF_CLIENTS = 0.58;

const SOLUTIONS = [
  ['201', 'email'],
  ['202', 'sms'],
  ['203', 'phone'],
  ['204', 'mail'],
] as const;

const SEGMENTS = ['standard', 'standard', 'silver', 'silver', 'gold', 'business'] as const;

// No country speaks French alone, so that only the language explains who vanishes.
const HOMES = [
  ['DE', 'de'],
  ['DE', 'de'],
  ['DE', 'de'],
  ['DE', 'en'],
  ['AT', 'de'],
  ['AT', 'de'],
  ['CH', 'de'],
  ['CH', 'it'],
  ['CH', 'fr'],
  ['BE', 'en'],
  ['BE', 'fr'],
  ['FR', 'en'],
  ['IT', 'it'],
] as const;

const FATES: readonly (readonly [share: number, Fate])[] = [
  [0.07, { stage: 'exclusions', reason: 'account_closed' }],
  [0.04, { stage: 'exclusions', reason: 'minor' }],
  [0.04, { stage: 'exclusions', reason: 'wrong_country' }],
  [0.07, { stage: 'offers', reason: 'no_eligible_offer' }],
  [0.05, { stage: 'buffer', reason: 'no_contact_address' }],
  [0.04, { stage: 'targets', reason: 'blocked' }],
  [0.06, { stage: 'targets', reason: 'cooling_down' }],
  [0.1, { stage: 'targets', reason: 'over_capacity' }],
];

const BLOCK_REASONS = ['complaint', 'legal hold', 'payment overdue'] as const;

function fateOf(random: Random): Fate | undefined {
  let dice = random.fraction();
  for (const [share, fate] of FATES) {
    if (dice < share) return fate;
    dice -= share;
  }
  return undefined;
}

function block(random: Random, from: number, days: number | undefined): Block {
  const start = AS_OF_DAY - from;
  return {
    reason: random.pick(BLOCK_REASONS),
    start: isoDay(start),
    end: days === undefined ? '' : isoDay(start + days),
  };
}

/** The blocks of a lead: of a blocked one the latest holds, of any other those that began are over. */
function blocksOf(fate: Fate | undefined, random: Random): readonly Block[] {
  if (fate?.reason === 'blocked') {
    const now = block(random, random.between(1, 90), random.chance(0.5) ? undefined : 200);
    return random.chance(0.3) ? [block(random, random.between(200, 400), 60), now] : [now];
  }
  if (!random.chance(0.06)) return [];
  const over = block(random, random.between(100, 180), random.between(20, 60));
  return random.pick([
    [over],
    [block(random, random.between(300, 500), 60), over],
    [over, block(random, -random.between(5, 60), undefined)],
  ]);
}

function lastBegun(blocks: readonly Block[]): Block | undefined {
  const today = isoDay(AS_OF_DAY);
  return blocks
    .filter(({ start }) => start <= today)
    .toSorted((left, right) => (left.start < right.start ? 1 : -1))
    .at(0);
}

/** The leads, by solution then client. */
export function createLeads(seed: number): readonly Lead[] {
  const random = createRandom(seed, 'audit leads');
  const clients = Array.from({ length: CLIENTS }, (_, number) => {
    const [country, language] = random.pick(HOMES);
    return { client: String(30_001 + number), segment: random.pick(SEGMENTS), country, language };
  });
  return SOLUTIONS.flatMap(([solution, channel]) =>
    clients
      .filter(() => random.chance(SHARE_OF_CLIENTS))
      .map((client) => {
        const fate = fateOf(random);
        const blocks = blocksOf(fate, random);
        return {
          ...client,
          solution,
          channel,
          offer: `B-${solution}-${client.segment}`,
          fate,
          contacted: random.chance(0.3) ? isoDay(AS_OF_DAY - random.between(40, 400)) : '',
          blocks,
          carried: lastBegun(blocks),
        };
      }),
  );
}
