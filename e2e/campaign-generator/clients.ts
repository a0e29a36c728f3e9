import { amountCell, emailCell, textCell } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { dateCell, timestampCell } from '../generator/time-cells.ts';
import { type Plan, spelling, times } from './plan.ts';

export const COUNTRIES = ['DE', 'AT', 'ch', 'Österreich', 'Türkiye'];
export const LANGUAGES = ['de', 'fr', 'EN'];
export const STATUSES = ['active', 'closed', 'Deceased'];
export const PHONES = ['+49 30 1', '0', '555-1'];
export const BIRTHDAYS = ['1990-05-01', '1990-04-30', '1990-05-02', '2001-12-31'];
export const BALANCES = ['0', '12.5', '12.50', '+12.4999', '-0.0001', '100', '99999999999.9999'];

/** Snapshots of the clients, one at least of most, in any order. */
export function clientRows(random: Random, plan: Plan): readonly TextRow[] {
  const known = plan.clients.filter(() => random.chance(0.95));
  const more = known.length === 0 ? [] : times(random.below(known.length), () => random.pick(known));
  return random.shuffle([...known, ...more]).map((client) => clientRow(random, plan, client));
}

function clientRow(random: Random, plan: Plan, client: string): TextRow {
  const orEmpty = (text: string) => (random.chance(0.15) ? random.pick(['', ' ']) : text);
  return {
    client_id: random.chance(plan.faults / 2) ? '' : client,
    email: emailCell(random, 0.2 + plan.faults),
    phone: orEmpty(random.pick(PHONES)),
    country: orEmpty(spelling(random, random.pick(COUNTRIES))),
    language: orEmpty(spelling(random, random.pick([...LANGUAGES, textCell(random)]))),
    segment: random.chance(plan.faults / 2) ? '' : spelling(random, random.pick([...plan.segments, 'Gold'])),
    status: orEmpty(spelling(random, random.pick(STATUSES))),
    birth_date: orEmpty(birthday(random, plan)),
    balance: orEmpty(random.chance(0.3) ? amountCell(random, plan.faults) : random.pick(BALANCES)),
    updated_at: timestampCell(random, plan.faults),
  };
}

function birthday(random: Random, { faults }: Plan): string {
  if (random.chance(0.1)) return dateCell(random, faults, 365);
  return random.pick(BIRTHDAYS) + random.pick(['', '', '', ' 23:59', 'T00:00:00Z']);
}
