import { type Dialect, fileBytes, type Line } from '../csv.ts';
import { AS_OF_DAY, startOfDay } from '../days.ts';
import { createRandom, type Random } from '../random.ts';
import { CAST } from './cast.ts';
import { cutOff, extra, missing, several, spoil, spread, unclosedQuote, wrong } from './faults.ts';
import type { Consent, Guest } from './guests.ts';
import { inOrderOfArrival, instantText, type Placed } from './instants.ts';

const SEMICOLONS: Dialect = { delimiter: ';', lineEnd: '\n', byteOrderMark: false };
const HEADER = ['Consent Event ID', 'Customer ID', 'Channel', 'Consent Status', 'Event TS', 'Comment'];
const [, CUSTOMER, CHANNEL, STATUS, AT] = [0, 1, 2, 3, 4];
const DAY = 86_400;

const FAULTS = [
  ...wrong(
    STATUS,
    'UNSUBSCRIBED',
    'OPTIN',
    'OPT-OUT',
    'yes',
    'OPT_IN?',
    'PENDING',
    'opt out',
    '1',
    'BOUNCED',
    'null',
  ),
  ...missing(STATUS, 4),
  ...missing(CUSTOMER, 4),
  ...missing(CHANNEL, 3),
  ...missing(AT, 4),
  ...wrong(
    AT,
    '2026-02-30T10:00:00Z',
    '20/11/2026',
    '2026-11-20 24:30',
    '2026-11-20T10:00Zulu',
    'Nov 20, 2026',
  ),
  ...wrong(AT, '2025-06-31', '1.76363E+12'),
  several({ [STATUS]: 'maybe', [AT]: '30.02.2026' }),
  several({ [CUSTOMER]: '', [STATUS]: 'OPT IN', [AT]: '' }),
  cutOff(3),
  cutOff(4),
  extra('EN'),
  extra('', 'EN'),
  unclosedQuote(CUSTOMER, SEMICOLONS.delimiter),
];

const EMAIL = ['email', 'email', 'email', 'email', 'Email', 'EMAIL', ' email '] as const;
const OTHER_CHANNELS = ['sms', 'sms', 'SMS', 'push', 'post', 'phone'] as const;
const COMMENTS = [
  '',
  '',
  '',
  '',
  '',
  '',
  'web form',
  'asked at the desk; confirmed by mail',
  'says "no more than monthly"',
  'called in\nwants the brochure; nothing else',
] as const;

const HISTORIES: Readonly<Record<Consent, readonly (readonly string[])[]>> = {
  in: [['OPT_IN'], ['OPT_IN'], ['OPT_IN', 'OPT_IN']],
  out: [['OPT_IN', 'OPT_OUT'], ['OPT_OUT'], ['OPT_IN', 'OPT_OUT', 'OPT_IN', 'OPT_OUT']],
  in_again: [
    ['OPT_OUT', 'OPT_IN'],
    ['OPT_IN', 'OPT_OUT', 'OPT_IN'],
  ],
  other_channels: [[]],
  none: [[]],
};

function writtenStatus(status: string, random: Random): string {
  return random.chance(0.03) ? status.toLowerCase() : random.chance(0.01) ? ` ${status} ` : status;
}

function events(guest: Guest, random: Random): readonly Placed[] {
  const histories = HISTORIES[guest.consent];
  const history = histories[random.below(histories.length)] ?? [];
  // The acquired company's mailing tool writes its ids in small letters.
  const id = random.chance(0.2) ? guest.id.toLowerCase() : guest.id;
  let instant = startOfDay(AS_OF_DAY) - 270 * DAY - random.below(900 * DAY);
  const placed = (channel: string, status: string): Placed => ({
    instant,
    cells: [
      random.chance(0.02) ? '' : String(500_000 + guest.number * 10 + random.below(10)),
      id,
      channel,
      writtenStatus(status, random),
      instantText(instant, random),
      random.pick(COMMENTS),
    ],
  });
  const rows = history.map((status) => {
    // Seconds or hours apart now and then, so that zones and line order matter.
    if (!random.chance(0.04)) instant += random.chance(0.1) ? 1800 : random.below(90 * DAY);
    return placed(random.pick(EMAIL), status);
  });
  const others = guest.consent === 'none' ? 0 : guest.consent === 'other_channels' ? 1 : random.pick([0, 1]);
  for (let index = 0; index < others; index += 1) {
    instant = startOfDay(AS_OF_DAY) - random.below(900 * DAY);
    rows.push(placed(random.pick(OTHER_CHANNELS), random.pick(['OPT_IN', 'OPT_OUT'])));
  }
  return rows;
}

/** The file `consent_events.csv` of the sample: semicolons, headers written otherwise, a column nobody asked for. */
export function consentEventsFile(seed: number, guests: readonly Guest[]): Buffer {
  const random = createRandom(seed, 'consent events');
  const strangers = guests
    .slice(0, 24)
    .map((guest, index) => ({ ...guest, id: String(99_011 + (index % 17)) }));
  const placed = [...guests, ...strangers].flatMap((guest) => events(guest, random));
  const lines: readonly Line[] = spread(spoil(inOrderOfArrival(placed, random), FAULTS, random), [
    ...CAST.flatMap(({ consents }) => consents),
    '',
  ]);
  return fileBytes([HEADER, ...lines], SEMICOLONS);
}
