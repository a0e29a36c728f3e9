import { type Dialect, fileBytes, type Line } from '../../csv.ts';
import { AS_OF_DAY, isoDay } from '../../days.ts';
import { createRandom, type Random } from '../../random.ts';
import { cutOff, extra, missing, several, spoil, spread, wrong } from '../../sample/faults.ts';
import { CAST } from './cast.ts';
import type { Client } from './client.ts';

const SEMICOLONS: Dialect = { delimiter: ';', lineEnd: '\n', byteOrderMark: false };
const HEADER = ['Client ID', 'Solution ID', 'Contacted On', 'Agent'];
const [CLIENT, SOLUTION, DATE] = [0, 1, 2];
const CONTACTS = 880;

const SOLUTIONS = [
  '101',
  '101',
  '101',
  '102',
  '102',
  '102',
  '0103',
  '0103',
  '0103',
  'W-4',
  '99',
  '104',
] as const;
const AGENTS = ['', '', '', '', 'Wien; night shift', 'Zürich', 'says "busy"'] as const;

const FAULTS = [
  ...missing(CLIENT, 3),
  ...missing(SOLUTION, 2),
  ...missing(DATE, 3),
  ...wrong(DATE, '2026-02-30', '20.11.2026', '11/20/2026', 'last week', '46346', '2026-11-20T25:00:00Z'),
  several({ [SOLUTION]: '', [DATE]: 'n/a' }),
  cutOff(2),
  extra('done'),
];

/** A day of the last weeks, of the last year, or one that is planned and to come. */
function contactDay(random: Random): number {
  const dice = random.fraction();
  if (dice < 0.55) return AS_OF_DAY - random.between(1, 60);
  return dice < 0.96 ? AS_OF_DAY - random.between(1, 400) : AS_OF_DAY + random.between(1, 20);
}

/** The file `contact_history.csv` of the sample: semicolons, headers written otherwise, a column nobody asked for. */
export function contactHistoryFile(seed: number, clients: readonly Client[]): Buffer {
  const random = createRandom(seed, 'contact history');
  const rows = Array.from({ length: CONTACTS }, () => {
    const stranger = random.chance(0.02);
    const id = stranger
      ? String(88_001 + random.below(20))
      : (clients[random.below(clients.length)]?.id ?? '');
    return { id, day: contactDay(random) };
  })
    .sort((left, right) => left.day - right.day)
    .map(({ id, day }) => [
      // The call centre's program drops leading zeros.
      random.chance(0.1) ? id.replace(/^0+/, '') : id,
      random.pick(SOLUTIONS),
      random.chance(0.1) ? `${isoDay(day)} ${random.between(10, 19)}:15` : isoDay(day),
      random.pick(AGENTS),
    ]);
  const lines: readonly Line[] = spread(spoil(rows, FAULTS, random), [
    ...CAST.flatMap(({ contacts }) => contacts),
    '',
  ]);
  return fileBytes([HEADER, ...lines], SEMICOLONS);
}
