import { AS_OF_DAY, clock, isoDays } from '../days.ts';
import { DOMAINS, FIRST_NAMES, LAST_NAMES, STATES, TIERS } from '../people.ts';
import { createRandom, mix, type Random } from '../random.ts';
import { type BulkLines, customerId, FAULTY, type Scale } from './scale.ts';

/** The address of a customer: the same in every snapshot, so it comes from the number, not from chance. */
function email(seed: number, number: number): string {
  const dice = mix(seed, number);
  if (dice % 25 === 0) return '';
  const first = FIRST_NAMES[(dice >>> 3) % FIRST_NAMES.length] ?? '';
  const last = LAST_NAMES[(dice >>> 9) % LAST_NAMES.length] ?? '';
  const domain = dice % 50 === 1 ? 'localhost' : DOMAINS[(dice >>> 15) % DOMAINS.length];
  return `${first}.${last}${number}@${domain}`;
}

function faulty(cells: readonly string[], random: Random): readonly string[] {
  const [id = '', address = '', state = '', tier = '', active = '', at = ''] = cells;
  switch (random.below(4)) {
    case 0:
      return [id, address, state, tier, 'unknown', at];
    case 1:
      return [id, address, state, tier, active, '2026-02-30T10:00:00Z'];
    case 2:
      return ['', address, state, tier, active, at];
    default:
      return cells.slice(0, 4);
  }
}

/** A full export of the customers, followed by later snapshots of some of them. */
export function customerLines(seed: number, scale: Scale): BulkLines {
  const random = createRandom(seed, 'bulk customers');
  const before = isoDays(AS_OF_DAY - 500, AS_OF_DAY - 100);
  const after = isoDays(AS_OF_DAY - 99, AS_OF_DAY - 1);
  return {
    header: 'customer_id,email,home_state,loyalty_tier,is_active,updated_at',
    line: (index) => {
      const full = index < scale.customers;
      const number = full ? index : random.below(scale.customers);
      const days = full ? before : after;
      const cells = [
        customerId(number),
        email(seed, number),
        random.pick(STATES),
        random.pick(TIERS),
        random.chance(0.1) ? 'false' : 'true',
        `${days[random.below(days.length)] ?? ''}T${clock(random.below(86_400))}Z`,
      ];
      return (random.chance(FAULTY) ? faulty(cells, random) : cells).join(',');
    },
  };
}
