import { type Dialect, fileBytes, type Line } from '../csv.ts';
import { AS_OF_DAY, isoDay } from '../days.ts';
import { createRandom, type Random, shuffled } from '../random.ts';
import { CAST } from './cast.ts';
import { cutOff, extra, missing, several, spoil, spread, wrong } from './faults.ts';
import type { Guest } from './guests.ts';

const WINDOWS: Dialect = { delimiter: ',', lineEnd: '\r\n', byteOrderMark: true };
const HEADER = ['customer_id', 'suppression_reason', 'effective_from', 'effective_to'];
const [CUSTOMER, , FROM, TO] = [0, 1, 2, 3];

const REASONS = [
  'hard bounce',
  'hard bounce',
  'hard bounce',
  'complaint',
  'complaint',
  'do not contact',
  'legal hold',
  'employee',
  'deceased',
  'duplicate account, see CRM',
  '',
] as const;

const FAULTS = [
  ...missing(CUSTOMER, 3),
  ...wrong(FROM, '2026-02-30', '20/11/2026', 'always'),
  ...wrong(TO, '2026-11-31', 'never', '31.12.2026'),
  several({ [FROM]: '1/6/2026', [TO]: 'open' }),
  cutOff(3),
  extra('CRM'),
];

/** Records whose bytes are no text: a NUL, and a byte that UTF-8 does not know, in a file marked as UTF-8. */
const UNREADABLE: readonly Line[] = [
  `10077,hard bounce\0,2026-01-01,`,
  Buffer.concat([Buffer.from('10078,d'), Buffer.from([0xe9]), Buffer.from('sabonn,2026-01-01,')]),
];

function bounds(random: Random): readonly [from: string, to: string] {
  const ago = random.between(2, 600);
  const ahead = random.between(2, 500);
  return random.pick([
    ['', ''],
    [isoDay(AS_OF_DAY - ago), ''],
    [isoDay(AS_OF_DAY - ago), ''],
    ['', isoDay(AS_OF_DAY + ahead)],
    [isoDay(AS_OF_DAY - ago), isoDay(AS_OF_DAY + ahead)],
    [isoDay(AS_OF_DAY - ago), isoDay(AS_OF_DAY)],
    [isoDay(AS_OF_DAY), `${isoDay(AS_OF_DAY + ahead)} 23:59:59`],
    [isoDay(AS_OF_DAY - ago - 90), isoDay(AS_OF_DAY - ago)],
    [isoDay(AS_OF_DAY - ago), isoDay(AS_OF_DAY - 1)],
    [isoDay(AS_OF_DAY + ahead), ''],
  ]);
}

/** The file `suppressions.csv` of the sample, as a Windows program saves it: byte order mark and CRLF. */
export function suppressionsFile(seed: number, guests: readonly Guest[]): Buffer {
  const random = createRandom(seed, 'suppressions');
  const known = shuffled(guests, random)
    .slice(0, 122)
    .map(({ id }) => id);
  const again = known.slice(0, 5);
  const unknown = ['99001', '99004', '99012', 'HV-9999', '000000'];
  const rows = shuffled([...known, ...again, ...unknown], random).map((id) => [
    random.chance(0.04) ? ` ${id}` : id,
    random.pick(REASONS),
    ...bounds(random),
  ]);
  const lines: readonly Line[] = spread(spoil(rows, FAULTS, random), [
    ...CAST.flatMap(({ suppressions }) => suppressions),
    '',
    ...UNREADABLE,
    '',
  ]);
  return fileBytes([HEADER, ...lines], WINDOWS);
}
