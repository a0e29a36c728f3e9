import { textOrNull } from '../campaign-oracle/cells.ts';
import { byBytes } from '../oracle/by-bytes.ts';
import { byId } from '../oracle/ledger.ts';
import type { Row } from '../oracle/load.ts';
import { twoDecimals } from '../oracle/money.ts';
import { latest } from '../oracle/tables.ts';
import type { Table } from '../sales-oracle/table.ts';
import { type Identity, linksOf } from './identity.ts';
import { NOTHING_BOUGHT, type Purchases, purchasesOf, type Visits, visitsOf } from './users.ts';

/** One row of the join: a lead, a user_uuid, or both. */
export interface Customer {
  readonly lead: Row | undefined;
  readonly email: string | null;
  readonly user: string | null;
  readonly purchases: Purchases | undefined;
  readonly visits: Visits | undefined;
}

/** Accepted records, by source. */
export interface Records {
  readonly leads: readonly Row[];
  readonly transactions: readonly Row[];
  readonly activity: readonly Row[];
  readonly entries: readonly Row[];
}

const HEADER = [
  ...['email', 'first_name', 'last_name', 'phone', 'lead_source', 'lead_created_at', 'user_uuid'],
  ...['identity_source', 'completed_count', 'completed_amount', 'pending_count', 'pending_amount'],
  ...['transaction_ids', 'total_page_views', 'last_activity_at', 'has_lead', 'has_transactions'],
  'has_web_activity',
];

/** Every current lead and every user_uuid, in the order of the file. */
export function customersOf(records: Records, identity: Identity): readonly Customer[] {
  const leads = latest(records.leads, 'email', 'creation_date');
  const [purchases, visits] = [purchasesOf(records.transactions), visitsOf(records.activity)];
  const users = new Set([...purchases.keys(), ...visits.keys()]);
  const links = linksOf(identity, [...leads.keys()], users, records.entries);
  const customer = (email: string | null, user: string | null): Customer => ({
    lead: email === null ? undefined : leads.get(email),
    email,
    user,
    purchases: user === null ? undefined : purchases.get(user),
    visits: user === null ? undefined : visits.get(user),
  });
  const linked = new Set(links.values());
  const alone = [...users].filter((user) => !linked.has(user));
  return [
    ...[...leads.keys()].toSorted(byBytes).map((email) => customer(email, links.get(email) ?? null)),
    ...alone.toSorted(byId).map((user) => customer(null, user)),
  ];
}

/** What `customer_360.csv` holds. */
export function customer360(customers: readonly Customer[], identity: Identity): Table {
  return { header: HEADER, rows: customers.map((customer) => cellsOf(customer, identity)) };
}

function cellsOf({ lead, email, user, purchases, visits }: Customer, identity: Identity): readonly string[] {
  const ofLead = (column: string) => (lead && textOrNull(lead, column)) ?? '';
  const { completed, pending, ids } = purchases ?? NOTHING_BOUGHT;
  return [
    email ?? '',
    ...['first_name', 'last_name', 'phone', 'lead_source'].map(ofLead),
    written(ofLead('creation_date')),
    user ?? '',
    lead && user !== null ? identity : '',
    String(completed.count),
    twoDecimals(completed.amount),
    String(pending.count),
    twoDecimals(pending.amount),
    ids.join(','),
    String(visits?.views ?? 0n),
    written(visits?.last ?? ''),
    ...[lead, purchases, visits].map((part) => String(part !== undefined)),
  ];
}

/** An instant without the fraction of its second. */
function written(instant: string): string {
  return instant === '' ? '' : `${instant.slice(0, 19)}Z`;
}
