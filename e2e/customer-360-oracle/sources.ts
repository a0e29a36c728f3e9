import { column, type Source } from '../oracle/sources.ts';

export type Customer360SourceName = 'crm_leads' | 'transactions' | 'web_activity' | 'identity_map';

/** A source that may have several columns of which each is unique by itself, and texts that are rewritten. */
export interface Customer360Source extends Source {
  readonly name: Customer360SourceName;
  readonly keys: readonly string[];
  readonly title: readonly string[];
  readonly lower: readonly string[];
}

/** The four sources, written down from their description once more: the recipe's own file may be wrong. */
export const SOURCES: readonly Customer360Source[] = [
  {
    name: 'crm_leads',
    files: ['crm_leads.csv'],
    keys: [],
    title: ['first_name', 'last_name'],
    lower: [],
    columns: [
      column('lead_id', 'id'),
      column('first_name', 'text'),
      column('last_name', 'text'),
      column('email', 'email', true),
      column('phone', 'text'),
      column('lead_source', 'text'),
      column('creation_date', 'timestamp', true),
    ],
  },
  {
    name: 'transactions',
    files: ['transactions.txt'],
    keys: ['transaction_id'],
    title: [],
    lower: ['status'],
    columns: [
      column('transaction_id', 'id', true),
      column('user_uuid', 'id', true),
      {
        ...column('amount', 'decimal', true),
        faultBeside: (amount) => (typeof amount === 'bigint' && amount <= 0n ? 'out_of_range' : undefined),
      },
      column('status', 'text', true),
      column('transaction_date', 'timestamp'),
    ],
  },
  {
    name: 'web_activity',
    files: ['web_activity.json', 'web_activity.jsonl'],
    keys: [],
    title: [],
    lower: [],
    columns: [
      column('user_uuid', 'id', true),
      column('page_views', 'integer', true),
      column('activity_timestamp', 'timestamp', true),
    ],
  },
  {
    name: 'identity_map',
    files: ['identity_map.csv'],
    keys: ['email', 'user_uuid'],
    title: [],
    lower: [],
    columns: [column('email', 'email', true), column('user_uuid', 'id', true)],
  },
];

/** A source by its name. */
export function declaredSource(name: Customer360SourceName): Customer360Source {
  const found = SOURCES.find((source) => source.name === name);
  if (!found) throw new Error(`There is no source ${name}.`);
  return found;
}
