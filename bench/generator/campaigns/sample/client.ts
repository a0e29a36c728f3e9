import { emailAddress } from '../../people.ts';
import { createRandom, type Random } from '../../random.ts';
import { weighted } from '../weighted.ts';

/** A made-up client, from whom the lines of the files are made. */
export interface Client {
  readonly number: number;
  readonly id: string;
  readonly email: string;
  readonly phone: string;
  readonly country: string;
  readonly language: string;
  readonly segment: string;
  readonly status: string;
}

const MAIN = 1350;
const BRANCH = 160;
const ACQUIRED = 60;
const PARTNER = 30;

const SEGMENTS = weighted(
  [28, 'standard'],
  [22, 'silver'],
  [18, 'gold'],
  [8, 'platinum'],
  [9, 'business'],
  [7, 'student'],
  [5, 'übersee'],
  [3, 'partner'],
);

/** Countries and the languages that are spoken there. */
const HOMES = weighted(
  [9, ['DE', 'de']],
  [5, ['AT', 'de']],
  [2, ['CH', 'de']],
  [1, ['CH', 'fr']],
  [1, ['IT', 'it']],
  [1, ['IT', 'de']],
  [1, ['FR', 'fr']],
  [1, ['NL', 'en']],
  [1, ['DE', 'en']],
  [1, ['AT', '']],
  [1, ['', 'de']],
);

const STATUSES = weighted(
  [52, ''],
  [2, 'closed'],
  [1, 'Closed'],
  [1, 'CLOSED '],
  [1, 'deceased'],
  [1, 'estate'],
  [2, 'dispute'],
  [1, 'Employee'],
  [1, 'VIP'],
);

/** An id in the style of the system that the client came from. */
function clientId(number: number): string {
  if (number < MAIN) return String(20_001 + number);
  if (number < MAIN + BRANCH) return String(3100 + (number - MAIN) * 11).padStart(6, '0');
  if (number < MAIN + BRANCH + ACQUIRED)
    return `AX-${String(201 + (number - MAIN - BRANCH) * 3).padStart(4, '0')}`;
  // Beyond 2^53 and apart by one: equal to a program that reads ids as floats.
  return `9100000000000010${String(number - MAIN - BRANCH - ACQUIRED).padStart(2, '0')}`;
}

function clientEmail(random: Random, number: number): string {
  const good = emailAddress(random, number);
  if (random.chance(0.05)) return random.pick(['', '', '', '  ']);
  if (random.chance(0.004)) return random.pick(['test@example.com', 'TEST@example.com', 'demo@example.com']);
  if (random.chance(0.025)) {
    return random.pick([good.replace('@', '.'), good.replace('@', ' @'), `${good}.`, 'none', 'n/a']);
  }
  return random.chance(0.07) ? good.toUpperCase() : good;
}

function clientPhone(random: Random): string {
  if (random.chance(0.11)) return random.pick(['', '', '', ' ']);
  const number = `${random.between(200, 899)} ${random.between(1000, 9999)}`;
  return random.pick([`+43 660 ${number}`, `+49 151 ${number}`, `0041 79 ${number}`, `0660/${number}`]);
}

/** The clients of the sample, without the cast. */
export function createClients(seed: number): readonly Client[] {
  const random = createRandom(seed, 'clients');
  return Array.from({ length: MAIN + BRANCH + ACQUIRED + PARTNER }, (_, number) => {
    const [country, language] = random.pick(HOMES);
    return {
      number,
      id: clientId(number),
      email: clientEmail(random, number),
      phone: clientPhone(random),
      country,
      language,
      segment: random.pick(SEGMENTS),
      status: random.pick(STATUSES),
    };
  });
}
