/** The four files and their columns, as the recipe names them and as the generator writes them. */
export const FILES = {
  customers: ['customer_id', 'email', 'home_state', 'loyalty_tier', 'is_active', 'updated_at'],
  bookings: [
    'booking_id',
    'customer_id',
    'booking_date',
    'booking_amount',
    'booking_status',
    'product_name',
    'source_system',
  ],
  consent_events: ['consent_event_id', 'customer_id', 'channel', 'consent_status', 'event_ts'],
  suppressions: ['customer_id', 'suppression_reason', 'effective_from', 'effective_to'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of a source's file. */
export const fileName = (source: string): string => `${source}.csv`;
