import { isoDay } from '../../days.ts';
import { createRandom, type Random } from '../../random.ts';

/** Somebody whom the CRM knows, the shop knows, or both. */
export interface Person {
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly user: string;
  /** Whether the CRM has the email. */
  readonly lead: boolean;
  /** Whether the shop has seen the user. */
  readonly came: boolean;
  /** Whether the identity map has the two together. */
  readonly mapped: boolean;
}

/** The first day of the sample's transactions and visits. */
export const FIRST_DAY = Date.UTC(2026, 2, 1) / 86_400_000;
/** The day of the export. */
export const LAST_DAY = Date.UTC(2026, 10, 18) / 86_400_000;

const FIRST_NAMES = [
  ...(['anna', 'JÜRGEN', 'Jörg', 'käthe', 'Lena', 'max', 'Sören', 'Ursula', 'wolfgang', 'Zoë'] as const),
  ...(['ÉLODIE', 'chloé', 'François', 'gaëlle', 'Hélène', 'jean-luc', 'MARIE-CLAIRE', 'Noël'] as const),
  ...(['Aoife', 'björk', 'Łukasz', 'MAEVE', 'Nuño', 'siân'] as const),
] as const;

const LAST_NAMES = [
  ...(['müller', 'GROẞ', 'Groß', 'Schäfer', 'von der HEIDE', 'Weiß', 'KRÜGER', 'lüders-böhm'] as const),
  ...(["d'Angelo", 'LEFÈVRE', 'Dupont', 'béranger', "L'HÔTE", 'Saint-Exupéry', 'Garçon'] as const),
  ...(["o'neil-SMITH", 'Ångström', 'MCDONALD', 'Nowak', 'Ibáñez'] as const),
] as const;

const DOMAINS = [
  'example.com',
  'example.com',
  'example.org',
  'mail.example.com',
  'post.example.net',
] as const;

/** What kinds of people there are, and how many of each. */
const KINDS = [
  { count: 110, lead: true, came: true, mapped: true },
  // The CRM has them and the shop as well, but nobody has said which is which.
  { count: 34, lead: true, came: true, mapped: false },
  { count: 58, lead: true, came: false, mapped: false },
  { count: 40, lead: false, came: true, mapped: false },
  // Stand in the map under an address that the CRM does not have.
  { count: 7, lead: false, came: true, mapped: true },
  // The map knows the user, who has not come yet.
  { count: 5, lead: true, came: false, mapped: true },
] as const;

/** Everybody of the sample. */
export function people(seed: number): readonly Person[] {
  const random = createRandom(seed, 'people');
  let number = 0;
  return KINDS.flatMap(({ count, ...kind }) =>
    Array.from({ length: count }, (): Person => {
      number += 1;
      const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
      const email = `${plain(first)}.${plain(last)}${number}@${random.pick(DOMAINS)}`;
      return { first, last, email, user: userOf(random, number, email), ...kind };
    }),
  );
}

/** A day of the sample. */
export function anyDay(random: Random): string {
  return isoDay(random.between(FIRST_DAY, LAST_DAY));
}

/** Mostly uuids; the old shop counted in numbers that are too long for a double, and let some log in by their address. */
function userOf(random: Random, number: number, email: string): string {
  if (number % 23 === 4) return `90071992547${String(409_000 + number)}${random.between(100, 999)}`;
  if (number % 31 === 9) return email;
  if (number % 37 === 11) return `00${number}`;
  const digits = (count: number) =>
    Array.from({ length: count }, () => random.below(16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
}

/** A name as it stands in an address: small letters without accents. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
