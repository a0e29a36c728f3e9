import { idPool, textCell } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';
import type { Params } from '../loyalty-oracle/users.ts';

/** What all files of a small company have in common. */
export interface Plan {
  /** The day of the first run; others are some days before and after. */
  readonly day: string;
  readonly params: Params;
  /** How likely a cell is wrong. */
  readonly faults: number;
  readonly users: readonly string[];
  /** Users of whom there is no profile, and regions without metadata or thresholds. */
  readonly strangers: readonly string[];
  readonly regions: readonly string[];
  readonly farRegions: readonly string[];
  readonly features: readonly string[];
  /** How likely a record is of a stranger. */
  readonly orphans: number;
  /** How likely a value that may be empty is. */
  readonly empty: number;
  /** Rows of a source at the most. */
  readonly most: number;
}

// Long past, so that no run is as of a day that is still to come; ends of months and leap days among them.
const DAYS = ['2025-11-20', '2025-11-20', '2024-02-28', '2024-03-01', '2025-01-01', '2025-12-31'] as const;

/** A company of up to 40 users in a few regions. */
export function makePlan(random: Random): Plan {
  const size = random.pick([1, 8, 25, 40, 40]);
  const ids = idPool(random, size + 6);
  const regions = random.shuffle(['N', 'S', '1', '01', '10', 'ö', 'north, upper', 'n']);
  const known = random.between(1, 5);
  return {
    day: random.pick(DAYS),
    params: {
      activity_days: random.pick([30, 30, 30, 0, 1, 7]),
      outreach_gap_days: random.pick([14, 14, 14, 0, 1, 60]),
    },
    faults: random.pick([0, 0.005, 0.02, 0.1]),
    users: ids.slice(0, size),
    strangers: ids.slice(size, size + 4),
    regions: regions.slice(0, known),
    farRegions: regions.slice(known, known + 2),
    features: ['Export', 'export', 'dark mode', 'ä', 'z', `x ${textCell(random)}`].slice(
      0,
      random.between(1, 6),
    ),
    orphans: random.pick([0, 0.02, 0.15]),
    empty: random.pick([0.1, 0.3]),
    most: random.pick([10, 60, 150]),
  };
}

/** A user, or now and then somebody without a profile. */
export function anyUser(random: Random, { users, strangers, orphans, faults }: Plan): string {
  if (random.chance(faults / 3)) return random.pick(['', ' ']);
  return random.pick(random.chance(orphans) && strangers.length > 0 ? strangers : users);
}

/** A region, or now and then one that nobody describes. */
export function anyRegion(random: Random, { regions, farRegions, orphans, faults }: Plan): string {
  if (random.chance(faults / 3)) return '';
  return random.pick(random.chance(orphans) ? farRegions : regions);
}
