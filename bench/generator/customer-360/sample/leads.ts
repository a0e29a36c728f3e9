import type { Line } from '../../csv.ts';
import { createRandom, type Random } from '../../random.ts';
import { cutOff, extra, type Fault, missing, spoil, unclosedQuote, wrong } from '../../sample/faults.ts';
import { anyDay, type Person } from './person.ts';

export const LEADS_HEADER = [
  ...['lead_id', 'first_name', 'last_name', 'email', 'phone', 'lead_source', 'creation_date', 'Comment'],
] as const;
const [FIRST_NAME, EMAIL, PHONE, CREATION_DATE] = [1, 3, 4, 6] as const;

const SOURCES = [
  'Newsletter',
  'Messe Köln',
  'Google Ads',
  'Empfehlung',
  'Salon de Lyon',
  'Webshop',
  '',
] as const;

const FAULTS: readonly Fault[] = [
  ...missing(EMAIL, 4),
  ...wrong(EMAIL, '   '),
  ...wrong(CREATION_DATE, '31.12.2025', '2026-02-30', 'gestern', '2026-10-01T25:00:00Z', ''),
  cutOff(4),
  extra('Rückruf', 'ja'),
  unclosedQuote(PHONE),
  (cells) => Buffer.from(`${cells.join(',')}\0`),
  (cells) => cells.map((cell, at) => (at === FIRST_NAME || at === EMAIL ? '' : cell)),
];

/** The lines of `crm_leads.csv`: who filled in a form twice stands there twice, written in another way. */
export function leadLines(seed: number, people: readonly Person[]): readonly Line[] {
  const random = createRandom(seed, 'leads');
  const rows = people
    .filter(({ lead }) => lead)
    .flatMap((person) => {
      const times = random.pick([1, 1, 1, 1, 2, 2, 3]);
      // A minute decides between two forms; some were imported from one list, and have one and the same.
      const day = anyDay(random);
      return Array.from({ length: times }, () =>
        leadCells(random, person, random.chance(0.3) ? day : anyDay(random)),
      );
    })
    .toSorted((left, right) => ((left.day ?? '') < (right.day ?? '') ? -1 : 1))
    .map(({ cells }, at) => [`L-${1001 + at}`, ...cells]);
  return spoil(rows, FAULTS, random);
}

function leadCells(random: Random, { first, last, email }: Person, day: string) {
  const shouting = random.chance(0.15);
  const created = `${day}${random.pick(['', '', 'T09:30:00Z', ' 18:05:12', 'T11:30:00+02:00', 'T09:30:00.250Z'])}`;
  return {
    day,
    cells: [
      shouting ? first.toUpperCase() : first,
      shouting ? last.toUpperCase() : random.pick([last, last, ` ${last} `]),
      random.pick([email, email, email.toUpperCase(), email.replace(/^./, (letter) => letter.toUpperCase())]),
      random.pick([
        '',
        '',
        `+49 221 ${random.between(10_000, 99_999)}`,
        `+33 1 ${random.between(10_000_000, 99_999_999)}`,
      ]),
      random.pick(SOURCES),
      created,
      random.chance(0.05) ? 'Zurückrufen, aber "nicht vor 10"\nund nicht am Freitag' : '',
    ],
  };
}
