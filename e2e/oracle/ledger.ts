import type { Row } from './load.ts';
import type { RecentBooking } from './tables.ts';
import type { Value } from './values.ts';

export interface Tables {
  readonly customers: ReadonlyMap<string, Row>;
  readonly consents: ReadonlyMap<string, Row>;
  readonly bookings: ReadonlyMap<string, RecentBooking>;
  readonly suppressions: ReadonlyMap<string, Value>;
}

export const RULES = [
  'inactive',
  'missing_email',
  'malformed_email',
  'suppressed',
  'no_email_consent',
  'opted_out',
  'no_recent_booking',
] as const;

export type Rule = (typeof RULES)[number];

/** One customer: the rules that exclude it, in order, each with its detail. */
export interface Entry {
  readonly customer: string;
  readonly excluded: readonly { readonly rule: Rule; readonly detail: string }[];
}

/** Every current customer, in the order of ids. */
export function makeLedger(tables: Tables): readonly Entry[] {
  return [...tables.customers.keys()].toSorted(byId).map((customer) => ({
    customer,
    excluded: RULES.flatMap((rule) => {
      const detail = judge(rule, customer, tables);
      return detail === undefined ? [] : [{ rule, detail }];
    }),
  }));
}

/** The detail with which a rule excludes a customer, or undefined where it does not; only suppressions have one. */
function judge(rule: Rule, customer: string, tables: Tables): string | undefined {
  if (rule === 'suppressed') {
    const reason = tables.suppressions.get(customer);
    return reason === undefined ? undefined : String(reason ?? '');
  }
  return excludes(rule, customer, tables) ? '' : undefined;
}

function excludes(rule: Exclude<Rule, 'suppressed'>, customer: string, tables: Tables): boolean {
  const row = tables.customers.get(customer);
  const email = row?.get('email') ?? null;
  const consent = tables.consents.get(customer);
  switch (rule) {
    case 'inactive':
      return row?.get('is_active') === false;
    case 'missing_email':
      return email === null;
    case 'malformed_email':
      return email !== null && !isWellFormed(String(email));
    case 'no_email_consent':
      return consent === undefined;
    case 'opted_out':
      return consent !== undefined && consent.get('consent_status') !== 'OPT_IN';
    case 'no_recent_booking':
      return !tables.bookings.has(customer);
  }
}

/** Whether an email address is one to write to. */
export function isWellFormed(email: string): boolean {
  const [local = '', domain = '', ...more] = email.split('@');
  const inner = domain.includes('.') && !domain.startsWith('.') && !domain.endsWith('.');
  return !/\s/u.test(email) && more.length === 0 && local !== '' && inner;
}

/** Plain integers first, by value, then the rest by their bytes. */
export function byId(left: string, right: string): number {
  const numbers = [plainInteger(left), plainInteger(right)] as const;
  if (numbers[0] !== undefined && numbers[1] !== undefined) return numbers[0] < numbers[1] ? -1 : 1;
  if (numbers[0] !== undefined) return -1;
  return numbers[1] === undefined ? Buffer.compare(Buffer.from(left), Buffer.from(right)) : 1;
}

function plainInteger(id: string): bigint | undefined {
  if (!/^(?:0|[1-9][0-9]*)$/.test(id)) return undefined;
  const value = BigInt(id);
  return value <= 9_223_372_036_854_775_807n ? value : undefined;
}
