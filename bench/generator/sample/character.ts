/** A customer with a story: its records in the four files and where it must end up. */
export interface Character {
  readonly id: string;
  readonly story: string;
  /** `delivered`, or the stage that drops the customer. */
  readonly ends: string;
  readonly customers: readonly (readonly string[])[];
  readonly bookings: readonly (readonly string[])[];
  readonly consents: readonly (readonly string[])[];
  readonly suppressions: readonly (readonly string[])[];
}

/** What is particular about a character; everything else is as it should be. */
export interface Traits {
  /** Snapshots: email, is_active, updated_at. */
  readonly snapshots?: readonly (readonly [email: string, active: string, at: string])[];
  /** Bookings: date, amount, status; booking id and customer id may be given too. */
  readonly bookings?: readonly (readonly [
    date: string,
    amount: string,
    status?: string,
    id?: string,
    customer?: string,
  ])[];
  /** Consent events: channel, status, instant; the customer id may be given too. */
  readonly consents?: readonly (readonly [channel: string, status: string, at: string, customer?: string])[];
  /** Suppressions: reason, first day, last day. */
  readonly suppressions?: readonly (readonly [reason: string, from: string, to: string])[];
}

/** Makes a character who would be delivered, but for the traits given. */
export function character(id: string, ends: string, story: string, traits: Traits): Character {
  const snapshots = traits.snapshots ?? [
    [`guest.${id.toLowerCase()}@example.com`, 'true', '2026-05-02T09:00:00Z'],
  ];
  const bookings = traits.bookings ?? [['2026-06-12', '180.00']];
  const consents = traits.consents ?? [['email', 'OPT_IN', '2025-01-04T08:00:00Z']];
  return {
    id,
    ends,
    story,
    customers: snapshots.map(([email, active, at]) => [id, email, 'OR', 'Silver', active, at]),
    bookings: bookings.map(([date, amount, status = 'COMPLETED', booking = '', customer = id], index) => [
      booking || `S${id}-${index + 1}`,
      customer,
      date,
      amount,
      status,
      'Harbor Inn',
      'web',
    ]),
    consents: consents.map(([channel, status, at, customer = id], index) => [
      `S${id}-${index + 1}`,
      customer,
      channel,
      status,
      at,
      '',
    ]),
    suppressions: (traits.suppressions ?? []).map(([reason, from, to]) => [id, reason, from, to]),
  };
}
