import { AS_OF } from './cells.ts';
import type { Random } from './random.ts';

const BAD_DATES = [
  '2026-02-30',
  '2025-02-29',
  '20.11.2026',
  '2026/11/20',
  '11/20/2026',
  '2026-11-20T25:00',
  '2026-11-20 10',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '0000-01-01',
  '2026-11-20x',
  '26-11-20',
  '2026-1-1',
  '20261120',
  'yesterday',
  '٢٠٢٦-01-01',
  '2026-11-20  10:00',
  '2026-11-20T10:00 Z',
  '2026-11-20t10:00',
];

/** A day near one of the borders that matter, or far from all. */
export function dateCell(random: Random, faults: number, windowDays: number): string {
  if (random.chance(faults)) return random.pick(['', '2026-11-20Z', ...BAD_DATES]);
  const distance = random.pick([
    0,
    1,
    -1,
    30,
    -30,
    windowDays,
    windowDays - 1,
    windowDays + 1,
    random.below(900),
  ]);
  return dayBefore(distance) + random.pick(['', '', '', ' 23:59', 'T00:00:00.000Z', ' 10:00:00+02:00']);
}

/** The bounds of a suppression may be open. */
export function boundCell(random: Random, faults: number): string {
  if (random.chance(faults)) return random.pick(BAD_DATES);
  return random.chance(0.3) ? random.pick(['', ' ']) : dayBefore(random.pick([0, 1, -1, 90, -90]));
}

/** One of few instants, in many spellings: ties and crossed zones are the point. */
export function timestampCell(random: Random, faults: number): string {
  if (random.chance(faults)) {
    return random.pick([
      '',
      '2026-10-01T10:00:60',
      '2026-10-01T10:00+24:00',
      '2026-10-01T10:00+2',
      ...BAD_DATES,
    ]);
  }
  if (random.chance(0.1)) return `2026-10-0${random.between(1, 5)}${random.pick(['', 'Z', '+05:00'])}`;
  const instant = Date.UTC(2026, 9, random.between(1, 5), random.between(0, 2), random.pick([0, 30]));
  const [zone, minutes] = random.pick([
    ['', 0],
    ['Z', 0],
    ['+00:00', 0],
    ['-0000', 0],
    ['+02:00', 120],
    ['+0530', 330],
    ['-08:00', -480],
    ['+23:59', 1439],
  ] as const);
  const local = new Date(instant + minutes * 60_000).toISOString();
  const seconds = random.pick(['', ':00', ':00.0', ':00.000000', ':00.5', ':00.50', ':00.500000001', ':30']);
  return local.slice(0, 10) + random.pick(['T', ' ']) + local.slice(11, 16) + seconds + zone;
}

/** The day so many days before the as-of date. */
export function dayBefore(distance: number): string {
  const date = new Date(`${AS_OF}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - distance);
  return date.toISOString().slice(0, 10);
}
