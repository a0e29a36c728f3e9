import { amountCell, textCell } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { timestampCell } from '../generator/time-cells.ts';
import type { Plan } from './plan.ts';

// Every byte of these in UTF-8 has a character in Windows-1252: a file with a broken byte stays comparable.
const NAMES = [
  "o'neil-SMITH",
  "D'ANGELO",
  'ÉLODIE',
  'JO\u0308rg',
  'jean-luc  MARIE',
  'groß',
  'ßebastian',
  'müller-LÜDENSCHEIDT',
  'ΟΔΥΣΣΕΥΣ',
  'ǆORDAN',
  'İPEK',
  'ﬂORIAN',
  'van der BERG',
  'mcDONALD 3rd',
  '中文',
  '„KIM“',
  '',
  ' ',
] as const;

const STATUSES = [
  'completed',
  'completed',
  'completed',
  'COMPLETED',
  ' Completed ',
  'pending',
  'Pending',
  'PENDING\u00A0',
  'refunded',
  'Refunded',
  'cancelled',
  'CANCELLED',
  'Überfällig',
  'ÜBERFÄLLIG',
  'charge|back',
  'on hold, "maybe"',
] as const;

/** Leads: most emails stand several times, in any case. */
export function leadRows(random: Random, { emails, faults, most }: Plan): readonly TextRow[] {
  const known = emails.slice(0, Math.ceil(emails.length * 0.8));
  return rows(random, most, (at) => ({
    lead_id: random.pick([String(at), `L-${at}`, '', '007']),
    first_name: random.pick(NAMES),
    last_name: random.chance(0.1) ? textCell(random) : random.pick(NAMES),
    email: random.chance(faults) ? random.pick(['', '  ']) : inAnyCase(random, random.pick(known)),
    phone: random.pick(['', '+49 30 123', '0049', textCell(random)]),
    lead_source: random.pick(['web', 'Messe|Köln', '', textCell(random)]),
    creation_date: timestampCell(random, faults),
  }));
}

/** Transactions; some ids stand twice. */
export function transactionRows(random: Random, { users, faults, most }: Plan): readonly TextRow[] {
  return rows(random, most, (at) => ({
    transaction_id: random.chance(0.03 + faults)
      ? random.pick(['', '1', '01', 'T,1'])
      : transactionId(random, at),
    user_uuid: random.chance(faults / 2) ? '' : random.pick(users),
    amount: amountCell(random, faults),
    status: random.chance(faults / 2) ? random.pick(['', ' ']) : random.pick(STATUSES),
    transaction_date: random.chance(0.2) ? '' : timestampCell(random, faults),
  }));
}

/** What the lines of the web activity say; how a value is written in JSON is another matter. */
export function activityRows(random: Random, { users, faults, most }: Plan): readonly TextRow[] {
  return rows(random, most, () => ({
    user_uuid: random.chance(faults / 2) ? '' : random.pick(users),
    page_views: random.chance(faults)
      ? random.pick(['', '1e3', '7.0', 'many', '99999999999999999999', '1 000'])
      : random.pick(['0', '1', '7', '-3', String(random.below(1000)), '98765432101']),
    activity_timestamp: timestampCell(random, faults),
  }));
}

/** Entries that now and then name an email or a user_uuid again, nobody's, or each other. */
export function entryRows(random: Random, { emails, users, faults, most }: Plan): readonly TextRow[] {
  const someEmails = [...emails, ...users.slice(0, 2), 'nobody@example.com'];
  const someUsers = [...users, ...emails.slice(0, 2), 'never seen'];
  return rows(random, Math.min(most, 80), () => ({
    email: random.chance(faults / 2) ? '' : inAnyCase(random, random.pick(someEmails)),
    user_uuid: random.chance(faults / 2) ? '' : random.pick(someUsers),
  }));
}

function rows(random: Random, most: number, make: (number: number) => TextRow): readonly TextRow[] {
  const length = most === 0 ? 0 : random.between(Math.ceil(most / 4), most);
  return Array.from({ length }, (_, at) => make(at));
}

function inAnyCase(random: Random, email: string): string {
  return random.pick([
    email,
    email,
    email.toUpperCase(),
    email.replace(/^./u, (first) => first.toUpperCase()),
  ]);
}

function transactionId(random: Random, at: number): string {
  return random.pick([String(at), String(at), `T${at}`, `9223372036854775${String(700 + at)}`, `00${at}`]);
}
