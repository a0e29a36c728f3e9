import { type Dialect, fileBytes, type Line } from '../../csv.ts';
import { AS_OF_DAY, isoDay } from '../../days.ts';
import { createRandom, type Random, shuffled } from '../../random.ts';
import { cutOff, extra, missing, several, spoil, spread, wrong } from '../../sample/faults.ts';
import { CAST } from './cast.ts';
import type { Client } from './client.ts';

const WINDOWS: Dialect = { delimiter: ',', lineEnd: '\r\n', byteOrderMark: true };
const HEADER = ['client_id', 'solution_id', 'block_reason', 'block_start', 'block_end'];
const [CLIENT, SOLUTION, REASON, START, END] = [0, 1, 2, 3, 4];
const BLOCKED_CLIENTS = 245;

const SOLUTIONS = ['*', '*', '*', '101', '101', '102', '102', '0103', 'W-4', 'W-4', '99'] as const;
const REASONS = [
  'complaint',
  'complaint',
  'legal hold',
  'payment overdue',
  'asked for silence, see "CRM"',
  'moved away',
] as const;

const FAULTS = [
  ...missing(CLIENT, 2),
  ...missing(SOLUTION, 2),
  ...missing(REASON, 1),
  ...missing(START, 3),
  ...wrong(START, '2026-02-30', '20/11/2026', 'always'),
  ...wrong(END, '2026-11-31', 'never', '31.12.2026'),
  several({ [SOLUTION]: '', [START]: '1/6/2026', [END]: 'open' }),
  cutOff(4),
  extra('CRM'),
];

/** Records whose bytes are no text: a NUL, and a byte that UTF-8 does not know, in a file marked as UTF-8. */
const UNREADABLE: readonly Line[] = [
  '20077,*,complaint\0,2026-01-01,',
  Buffer.concat([Buffer.from('20078,*,d'), Buffer.from([0xe9]), Buffer.from('fense,2026-01-01,')]),
];

function bounds(random: Random): readonly [start: string, end: string] {
  const ago = random.between(2, 400);
  const ahead = random.between(2, 300);
  return random.pick([
    [isoDay(AS_OF_DAY - ago), ''],
    [isoDay(AS_OF_DAY - ago), ''],
    [isoDay(AS_OF_DAY - ago), isoDay(AS_OF_DAY + ahead)],
    [isoDay(AS_OF_DAY - ago), isoDay(AS_OF_DAY + ahead)],
    [isoDay(AS_OF_DAY - ago), isoDay(AS_OF_DAY)],
    [isoDay(AS_OF_DAY), `${isoDay(AS_OF_DAY + ahead)} 23:59:59`],
    [isoDay(AS_OF_DAY - ago - 90), isoDay(AS_OF_DAY - ago)],
    [isoDay(AS_OF_DAY - ago - 30), isoDay(AS_OF_DAY - 1)],
    [isoDay(AS_OF_DAY + ahead), ''],
    [isoDay(AS_OF_DAY + 1), isoDay(AS_OF_DAY + ahead)],
  ]);
}

/** The file `blocks.csv` of the sample, as a Windows program saves it: byte order mark and CRLF. */
export function blocksFile(seed: number, clients: readonly Client[]): Buffer {
  const random = createRandom(seed, 'blocks');
  const known = shuffled(clients, random)
    .slice(0, BLOCKED_CLIENTS)
    .map(({ id }) => id);
  // Some have several, which may overlap.
  const again = [...known.slice(0, 36), ...known.slice(0, 8)];
  const unknown = ['88001', '88002', '88004', 'AX-9999', '000000', 'ax-0204'];
  const rows = shuffled([...known, ...again, ...unknown], random).map((id) => [
    random.chance(0.03) ? ` ${id}` : id,
    random.pick(SOLUTIONS),
    random.pick(REASONS),
    ...bounds(random),
  ]);
  const lines: readonly Line[] = spread(spoil(rows, FAULTS, random), [
    ...CAST.flatMap(({ blocks }) => blocks),
    '',
    ...UNREADABLE,
  ]);
  return fileBytes([HEADER, ...lines], WINDOWS);
}
