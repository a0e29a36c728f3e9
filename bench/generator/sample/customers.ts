import { fileBytes, type Line, PLAIN } from '../csv.ts';
import { AS_OF_DAY, startOfDay } from '../days.ts';
import { emailAddress, TIERS } from '../people.ts';
import { createRandom, type Random } from '../random.ts';
import { CAST } from './cast.ts';
import { cutOff, extra, missing, several, spoil, spread, textAfterQuote, wrong } from './faults.ts';
import type { Guest } from './guests.ts';
import { inOrderOfArrival, instantText, type Placed } from './instants.ts';

const HEADER = ['customer_id', 'email', 'home_state', 'loyalty_tier', 'is_active', 'updated_at'];
const [ID, , , , ACTIVE, UPDATED] = [0, 1, 2, 3, 4, 5];
const DAY = 86_400;

const FAULTS = [
  ...missing(ID, 3),
  ...missing(ACTIVE, 4),
  ...missing(UPDATED, 3),
  ...wrong(ACTIVE, '2', 'active', 'closed', 'oui', '-', 'TRUE?', 'nope'),
  ...wrong(
    UPDATED,
    '2026-02-30T10:00:00Z',
    '20/11/2026 08:15',
    '2026-11-20T25:00:00Z',
    'yesterday',
    '1763630000',
  ),
  ...wrong(UPDATED, '2026-11-20T10:00:00+25:00', '2025-02-29', '2026-13-01T00:00:00Z'),
  several({ [ACTIVE]: 'unknown', [UPDATED]: 'n/a' }),
  several({ [ID]: '', [ACTIVE]: '', [UPDATED]: '' }),
  cutOff(5),
  cutOff(3),
  cutOff(1),
  extra('CRM'),
  extra('', ''),
  textAfterQuote(1),
];

const TRUE_WORDS = ['true', 'true', 'true', 'true', 'true', 'TRUE', '1', 'yes', 'Y', 't'] as const;
const FALSE_WORDS = ['false', 'false', 'false', 'FALSE', '0', 'no', 'N', 'f'] as const;

function snapshots(guest: Guest, random: Random): readonly Placed[] {
  const count = random.pick([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4]);
  let instant = startOfDay(AS_OF_DAY) - random.below(300 * DAY);
  const email = (): string => (random.chance(0.3) ? emailAddress(random, guest.number) : guest.email);
  const rows: Placed[] = [];
  for (let index = 0; index < count; index += 1) {
    const latest = index === 0;
    const active = latest ? guest.active : random.chance(0.93);
    const word = random.pick(active ? TRUE_WORDS : FALSE_WORDS);
    // Now and then a system writes two snapshots of one second: then the later line counts.
    if (!latest && !random.chance(0.03)) instant -= 3600 + random.below(250 * DAY);
    rows.unshift({
      instant,
      cells: [
        random.chance(0.01) ? ` ${guest.id} ` : guest.id,
        latest ? guest.email : email(),
        random.chance(0.01) ? `${guest.state}  ` : guest.state,
        latest ? guest.tier : random.pick(TIERS),
        random.chance(0.02) ? ` ${word}` : word,
        instantText(instant, random),
      ],
    });
  }
  return rows;
}

/** The file `customers.csv` of the sample. */
export function customersFile(seed: number, guests: readonly Guest[]): Buffer {
  const random = createRandom(seed, 'customers');
  const rows = inOrderOfArrival(
    guests.flatMap((guest) => snapshots(guest, random)),
    random,
  );
  const lines: readonly Line[] = spread(spoil(rows, FAULTS, random), [
    ...CAST.flatMap(({ customers }) => customers),
    '',
    '',
  ]);
  return fileBytes([HEADER, ...lines], PLAIN);
}
