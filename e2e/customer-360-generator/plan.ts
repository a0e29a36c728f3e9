import type { Identity } from '../customer-360-oracle/identity.ts';
import { idPool } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';

/** What the four files of one world have in common. */
export interface Plan {
  readonly identity: Identity;
  /** How likely a cell is wrong. */
  readonly faults: number;
  /** Small letters; most are leads. */
  readonly emails: readonly string[];
  /** Some are the very text of a lead's email. */
  readonly users: readonly string[];
  readonly hasMap: boolean;
  /** How many records a file has at the most. */
  readonly most: number;
}

const LOCAL_PARTS = [
  'anna',
  "o'neil",
  'jürgen',
  'élodie',
  'max.müller',
  'søren',
  'a+b',
  'straße',
  'no-at',
  '中文',
] as const;

/** A world of up to 60 people. */
export function makePlan(random: Random): Plan {
  const size = random.pick([0, 1, 3, 12, 25, 40, 60, 60]);
  const emails = Array.from({ length: size }, (_, at) => {
    // Whether an email is an address is nobody's matter here: some are what a user's id might be.
    if (random.chance(0.05)) return random.pick(['7', '007', 'c-7', '12345678901234567890', 'user_uuid 7']);
    const local = random.pick(LOCAL_PARTS);
    return local === 'no-at' ? `no-at-${at}` : `${local}${at}@example.com`;
  });
  const uuids = Array.from({ length: size }, () => uuid(random));
  const nasty = idPool(random, Math.ceil(size / 4)).slice(0, size);
  const loops = emails.filter(() => random.chance(0.1));
  return {
    identity: random.pick(['map', 'map', 'positional']),
    faults: random.pick([0, 0.02, 0.05, 0.2]),
    emails,
    users: random.shuffle([...uuids, ...nasty, ...loops]).slice(0, Math.ceil(size * 1.3)),
    hasMap: random.chance(0.85),
    most: size === 0 ? 0 : random.pick([1, 40, 150, 300]),
  };
}

function uuid(random: Random): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => random.below(16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${digits(4)}-${digits(12)}`;
}
