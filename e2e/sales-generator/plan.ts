import { idPool } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';

/** What the extracts of one small shop have in common. */
export interface Plan {
  readonly asOf: string;
  /** How likely a cell is wrong. */
  readonly faults: number;
  readonly customers: readonly string[];
  /** Ids for orders, few enough that several customers use one. */
  readonly orders: readonly string[];
  /** `day`, `once` and `nobody`: everything on one day, one order of each customer (so that nobody has a gap), nothing at all. */
  readonly kind: 'shop' | 'day' | 'once' | 'nobody';
  /** Whether most customers came in one of two months, about a year ago. */
  readonly together: boolean;
  /** How likely a line is a return or is for nothing; `huge` amounts are near the largest that fit. */
  readonly returns: number;
  readonly huge: boolean;
}

// Ends of months, leap days and years, and days on which no month ends.
const DAYS = [
  '2026-11-20',
  '2026-11-20',
  '2026-11-30',
  '2026-10-31',
  '2026-10-30',
  '2026-02-28',
  '2026-03-01',
  '2024-02-28',
  '2024-02-29',
  '2025-12-31',
  '2026-01-01',
] as const;

const KINDS = ['day', 'once', 'once', 'nobody', ...Array<'shop'>(12).fill('shop')] as const;

/** A shop of up to 60 customers. */
export function makePlan(random: Random): Plan {
  const size = random.pick([1, 2, 8, 25, 40, 60, 60, 60]);
  const pool = random.pick([3, 40, 400]);
  return {
    asOf: random.pick(DAYS),
    faults: random.pick([0, 0, 0.01, 0.05, 0.15]),
    customers: idPool(random, size).slice(0, size),
    orders: idPool(random, pool).slice(0, pool),
    kind: random.pick(KINDS),
    together: random.chance(0.5),
    returns: random.pick([0, 0.05, 0.1, 0.6]),
    huge: random.chance(0.1),
  };
}
