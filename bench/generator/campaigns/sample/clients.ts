import { fileBytes, type Line, PLAIN } from '../../csv.ts';
import { AS_OF_DAY, isoDay, startOfDay } from '../../days.ts';
import { createRandom, type Random } from '../../random.ts';
import {
  cutOff,
  extra,
  missing,
  several,
  spoil,
  spread,
  textAfterQuote,
  unclosedQuote,
  wrong,
} from '../../sample/faults.ts';
import { inOrderOfArrival, instantText, type Placed } from '../../sample/instants.ts';
import { weighted } from '../weighted.ts';
import { CAST } from './cast.ts';
import type { Client } from './client.ts';

const HEADER = [
  'client_id',
  'email',
  'phone',
  'country',
  'language',
  'segment',
  'status',
  'birth_date',
  'balance',
  'updated_at',
  'note',
];
const [ID, , PHONE, , , SEGMENT, , BIRTH, BALANCE, UPDATED] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const DAY = 86_400;

const FAULTS = [
  ...missing(ID, 3),
  ...missing(SEGMENT, 4),
  ...missing(UPDATED, 3),
  ...wrong(BIRTH, '31.12.1979', '1981-02-29', '1990', '12/05/1966', '0000-00-00', 'unknown'),
  ...wrong(BALANCE, '12,50', '1.234,50', '€ 80', 'NaN', '1e3', '-', '99999999999999999999'),
  ...wrong(UPDATED, '2026-02-30T10:00:00Z', '20/11/2026 08:15', 'yesterday', '1763630000'),
  several({ [BIRTH]: '1.1.1970', [BALANCE]: 'n/a' }),
  several({ [SEGMENT]: '', [UPDATED]: '' }),
  cutOff(9),
  cutOff(4),
  extra('CRM'),
  extra('', ''),
  unclosedQuote(PHONE),
  textAfterQuote(PHONE),
];

const NOTES = weighted(
  [40, ''],
  [1, 'moved, see CRM'],
  [1, 'prefers "Sie"'],
  [1, 'called in\nwants the catalogue'],
  [1, 'zwei Verträge,\nein Konto'],
);

function segmentText(segment: string, random: Random): string {
  const written = random.pick([
    segment,
    segment,
    segment,
    segment.charAt(0).toUpperCase() + segment.slice(1),
    segment.toUpperCase(),
  ]);
  return random.chance(0.04) ? ` ${written}  ` : written;
}

function birthDate(random: Random): string {
  if (random.chance(0.06)) return '';
  const age = random.chance(0.04) ? random.between(12, 17) : random.between(18, 88);
  return isoDay(AS_OF_DAY - age * 365 - random.below(365));
}

function balance(random: Random): string {
  if (random.chance(0.05)) return '';
  const cents = String(random.below(100)).padStart(2, '0');
  if (random.chance(0.09)) return `-${random.between(0, 400)}.${cents}`;
  if (random.chance(0.04)) return random.pick(['0', '0.00', '-0.00', '+0']);
  return random.chance(0.1) ? String(random.below(3000)) : `${random.below(3000)}.${cents}`;
}

function snapshots(client: Client, random: Random): readonly Placed[] {
  const count = random.pick([1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4]);
  let instant = startOfDay(AS_OF_DAY) - random.below(300 * DAY);
  const birth = birthDate(random);
  const rows: Placed[] = [];
  for (let index = 0; index < count; index += 1) {
    const latest = index === 0;
    // Now and then a system writes two snapshots of one second: then the later line counts.
    if (!latest && !random.chance(0.03)) instant -= 3600 + random.below(250 * DAY);
    rows.unshift({
      instant,
      cells: [
        random.chance(0.01) ? ` ${client.id} ` : client.id,
        client.email,
        latest || random.chance(0.7) ? client.phone : '',
        random.chance(0.03) ? client.country.toLowerCase() : client.country,
        random.chance(0.05) ? ` ${client.language.toUpperCase()}` : client.language,
        segmentText(latest || random.chance(0.6) ? client.segment : 'standard', random),
        latest ? client.status : '',
        birth,
        balance(random),
        instantText(instant, random),
        random.pick(NOTES),
      ],
    });
  }
  return rows;
}

/** The file `clients.csv` of the sample. */
export function clientsFile(seed: number, clients: readonly Client[]): Buffer {
  const random = createRandom(seed, 'client snapshots');
  const rows = inOrderOfArrival(
    clients.flatMap((client) => snapshots(client, random)),
    random,
  );
  const lines: readonly Line[] = spread(spoil(rows, FAULTS, random), [
    ...CAST.flatMap(({ clients: snapshots }) => snapshots),
    '',
    '',
  ]);
  return fileBytes([HEADER, ...lines], PLAIN);
}
