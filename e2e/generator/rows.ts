import type { SourceName } from '../oracle/sources.ts';
import {
  amountCell,
  booleanCell,
  channelCell,
  consentCell,
  emailCell,
  idPool,
  statusCell,
  textCell,
} from './cells.ts';
import type { Random } from './random.ts';
import { boundCell, dateCell, timestampCell } from './time-cells.ts';

/** The original text of a record, by column. */
export type TextRow = Readonly<Record<string, string>>;

export interface Plan {
  readonly windowDays: number;
  /** How likely a cell is wrong. */
  readonly faults: number;
}

export function makeRows(random: Random, plan: Plan): Readonly<Record<SourceName, readonly TextRow[]>> {
  const customers = idPool(random, random.between(8, 60));
  const known = customers.slice(0, Math.ceil(customers.length * 0.85));
  const rows = (most: number, make: (number: number) => TextRow) =>
    Array.from({ length: random.between(0, most) }, (_, number) => make(number));
  const someone = () => (random.chance(plan.faults / 2) ? '' : random.pick(customers));
  return {
    customers: rows(300, (number) => ({
      customer_id: number < known.length ? (known[number] ?? '') : random.pick(known),
      email: emailCell(random, 0.1 + plan.faults),
      home_state: textCell(random),
      loyalty_tier: random.pick(['gold', 'silver', '', textCell(random)]),
      is_active: booleanCell(random, plan.faults),
      updated_at: timestampCell(random, plan.faults),
    })),
    bookings: rows(300, (number) => ({
      booking_id: random.chance(plan.faults) ? random.pick(['', 'B1', '1', '01']) : `B${number}`,
      customer_id: someone(),
      booking_date: dateCell(random, plan.faults, plan.windowDays),
      booking_amount: amountCell(random, plan.faults),
      booking_status: statusCell(random, plan.faults),
      product_name: textCell(random),
      source_system: random.pick(['web', 'shop', textCell(random)]),
    })),
    consent_events: rows(250, (number) => ({
      consent_event_id: random.pick(['', String(number), 'E']),
      customer_id: someone(),
      channel: channelCell(random, plan.faults),
      consent_status: consentCell(random, plan.faults),
      event_ts: timestampCell(random, plan.faults),
    })),
    suppressions: rows(25, () => ({
      customer_id: someone(),
      suppression_reason: textCell(random),
      effective_from: boundCell(random, plan.faults),
      effective_to: boundCell(random, plan.faults),
    })),
  };
}
