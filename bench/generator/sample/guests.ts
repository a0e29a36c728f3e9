import { emailAddress, STATES, TIERS } from '../people.ts';
import { createRandom, type Random } from '../random.ts';

/** What a guest's bookings look like. */
export type Travel = 'recent' | 'long_ago' | 'cancelled' | 'never';

/** How a guest's email consent went. */
export type Consent = 'in' | 'out' | 'in_again' | 'other_channels' | 'none';

/** A made-up customer, from whom the lines of all four files are made. */
export interface Guest {
  readonly number: number;
  readonly id: string;
  readonly email: string;
  readonly state: string;
  readonly tier: string;
  readonly active: boolean;
  readonly travel: Travel;
  readonly consent: Consent;
}

const MAIN = 1640;
const LEGACY = 190;
const ACQUIRED = 75;
const PARTNER = 25;

/** An id in the style of the system that the guest came from. */
function guestId(number: number): string {
  if (number < MAIN) return String(10_001 + number);
  if (number < MAIN + LEGACY) return String(800 + (number - MAIN) * 7).padStart(6, '0');
  if (number < MAIN + LEGACY + ACQUIRED)
    return `HV-${String(101 + (number - MAIN - LEGACY) * 3).padStart(4, '0')}`;
  // Beyond 2^53 and apart by one: equal to a program that reads ids as floats.
  return `8400000000000010${String(number - MAIN - LEGACY - ACQUIRED).padStart(2, '0')}`;
}

function guestEmail(random: Random, number: number): string {
  const good = emailAddress(random, number);
  if (random.chance(0.04)) return random.pick(['', '', '', '  ']);
  if (random.chance(0.025)) {
    return random.pick([
      good.replace('@', '.'),
      good.replace('@', '@@'),
      good.replace('@', ' @'),
      `${good}.`,
      good.replace(/@.*/, '@localhost'),
      good.replace(/@.*/, '@.example.com'),
      good.replace(/.*@/, '@'),
      'none',
    ]);
  }
  return random.chance(0.07) ? good.toUpperCase() : good;
}

function guestTravel(random: Random, active: boolean): Travel {
  const dice = random.fraction() + (active ? 0 : 0.25);
  if (dice < 0.88) return 'recent';
  if (dice < 0.93) return 'long_ago';
  return dice < 0.965 ? 'cancelled' : 'never';
}

function guestConsent(random: Random, active: boolean): Consent {
  const dice = random.fraction() - (active ? 0 : 0.2);
  if (dice < 0.13) return 'out';
  if (dice < 0.19) return 'none';
  if (dice < 0.24) return 'other_channels';
  return dice < 0.34 ? 'in_again' : 'in';
}

/** The customers of the sample, without the cast. */
export function createGuests(seed: number): readonly Guest[] {
  const random = createRandom(seed, 'guests');
  return Array.from({ length: MAIN + LEGACY + ACQUIRED + PARTNER }, (_, number) => {
    const active = !random.chance(0.1);
    return {
      number,
      id: guestId(number),
      email: guestEmail(random, number),
      state: random.chance(0.02) ? '' : random.pick(STATES),
      tier: random.pick(TIERS),
      active,
      travel: guestTravel(random, active),
      consent: guestConsent(random, active),
    };
  });
}
