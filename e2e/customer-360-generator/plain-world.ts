import fc from 'fast-check';
import { writeCsv } from '../oracle/csv.ts';

/** Small sound files without ties, so that their lines can be put in any order; only amounts may be wrong. */
export interface PlainWorld {
  readonly leads: readonly { readonly email: string; readonly name: string; readonly createdAt: string }[];
  readonly transactions: readonly PlainTransaction[];
  readonly visits: readonly { readonly user: string; readonly views: number; readonly at: string }[];
  readonly entries: readonly { readonly email: string; readonly user: string }[];
}

export interface PlainTransaction {
  readonly id: string;
  readonly user: string;
  /** Not rejected above 0. */
  readonly cents: number;
  readonly status: string;
}

const EMAILS = ['a@example.com', 'B@Example.com', 'c@example.com', "d'é@example.com", 'e@example.com'];
const USERS = ['7', '007', '12345678901234567890', 'u-1', 'u-2', 'a@example.com', 'c@example.com', 'é|1'];
const STATUSES = ['completed', 'Completed', 'PENDING', 'pending', 'refunded'];

const email = fc.constantFrom(...EMAILS);
const user = fc.constantFrom(...USERS);

/** Any small world: few emails and users, so that they meet. */
export const anyPlainWorld: fc.Arbitrary<PlainWorld> = fc.record({
  leads: fc
    .array(fc.record({ email, name: fc.constantFrom('anna', "O'NEIL", 'élodie') }), { maxLength: 12 })
    .map((leads) => leads.map((lead, at) => ({ ...lead, createdAt: instant(at) }))),
  transactions: fc
    .array(
      fc.record({
        user,
        cents: fc.integer({ min: -300, max: 90_000 }),
        status: fc.constantFrom(...STATUSES),
      }),
      { maxLength: 25 },
    )
    .map((own) => own.map((each, at) => ({ ...each, id: String(at * 7) }))),
  visits: fc.array(
    fc.record({ user, views: fc.integer({ min: 0, max: 50 }), at: fc.nat({ max: 999 }).map(instant) }),
    { maxLength: 25 },
  ),
  entries: fc
    .uniqueArray(fc.record({ email, user }), { maxLength: 5, selector: (entry) => entry.email.toLowerCase() })
    .map((entries) => entries.filter((entry, at) => at === entries.findIndex((e) => e.user === entry.user))),
});

/** The four files. */
export function plainFiles(world: PlainWorld): Readonly<Record<string, string>> {
  const { leads, transactions, visits, entries } = world;
  return {
    'crm_leads.csv': writeCsv([
      ['lead_id', 'first_name', 'last_name', 'email', 'phone', 'lead_source', 'creation_date'],
      ...leads.map((lead, at) => [String(at), lead.name, 'MÜLLER', lead.email, '', 'web', lead.createdAt]),
    ]),
    'transactions.txt': [
      'transaction_id|user_uuid|amount|status|transaction_date',
      ...transactions.map(({ id, user: of, cents, status }) =>
        [id, `"${of}"`, (cents / 100).toFixed(2), status, ''].join('|'),
      ),
    ].join('\n'),
    'web_activity.json': visits
      .map(({ user: user_uuid, views: page_views, at: activity_timestamp }) =>
        JSON.stringify({ user_uuid, page_views, activity_timestamp }),
      )
      .join('\n'),
    'identity_map.csv': writeCsv([
      ['email', 'user_uuid'],
      ...entries.map((entry) => [entry.email, entry.user]),
    ]),
  };
}

/** The same records, each file's in another order. */
export function shuffledWorld(world: PlainWorld): fc.Arbitrary<PlainWorld> {
  const any = <Item>(items: readonly Item[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
  return fc.record({
    leads: any(world.leads),
    transactions: any(world.transactions),
    visits: any(world.visits),
    entries: any(world.entries),
  });
}

function instant(minute: number): string {
  return new Date(Date.UTC(2026, 9, 1, 0, minute)).toISOString();
}
