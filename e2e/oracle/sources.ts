import type { Code } from '../../electron/contract/codes.ts';
import type { Value } from './values.ts';

export type ColumnType =
  | 'id'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'timestamp'
  | 'boolean'
  | 'email'
  | 'enum';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly values?: readonly string[];
  /** What is wrong with a readable value beside those of the other columns. */
  readonly faultBeside?: (value: Value, values: ReadonlyMap<string, Value>) => Code | undefined;
}

export interface Source {
  readonly name: string;
  readonly files: readonly string[];
  readonly unique?: string;
  readonly columns: readonly Column[];
}

export type SourceName = 'customers' | 'bookings' | 'consent_events' | 'suppressions';

/** The four sources, written down from their description once more: the recipe's own file may be wrong. */
export const SOURCES: readonly Source[] = [
  {
    name: 'customers',
    files: ['customers.csv', 'customers*.csv'],
    columns: [
      column('customer_id', 'id', true),
      column('email', 'email'),
      column('home_state', 'text'),
      column('loyalty_tier', 'text'),
      column('is_active', 'boolean', true),
      column('updated_at', 'timestamp', true),
    ],
  },
  {
    name: 'bookings',
    files: ['bookings.csv', 'bookings*.csv'],
    unique: 'booking_id',
    columns: [
      column('booking_id', 'id', true),
      column('customer_id', 'id', true),
      column('booking_date', 'date', true),
      column('booking_amount', 'decimal', true),
      column('booking_status', 'text', true),
      column('product_name', 'text'),
      column('source_system', 'text'),
    ],
  },
  {
    name: 'consent_events',
    files: ['consent_events.csv', 'consent-events.csv', 'consent_events*.csv', 'consent-events*.csv'],
    columns: [
      column('consent_event_id', 'id'),
      column('customer_id', 'id', true),
      column('channel', 'text', true),
      { ...column('consent_status', 'enum', true), values: ['OPT_IN', 'OPT_OUT'] },
      column('event_ts', 'timestamp', true),
    ],
  },
  {
    name: 'suppressions',
    files: ['suppressions.csv', 'suppressions*.csv'],
    columns: [
      column('customer_id', 'id', true),
      column('suppression_reason', 'text'),
      column('effective_from', 'date'),
      column('effective_to', 'date'),
    ],
  },
];

/** A column, as most are. */
export function column(name: string, type: ColumnType, required = false): Column {
  return { name, type, required };
}
