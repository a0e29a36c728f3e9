import { AS_OF_DAY, isoDays } from '../days.ts';
import { createRandom } from '../random.ts';
import { anyCustomer, type BulkLines, FAULTY, type Scale } from './scale.ts';

const REASONS = [
  'hard bounce',
  'hard bounce',
  'complaint',
  'do not contact',
  '"legal hold, see file"',
  '',
] as const;

/** Suppressions: open, over, or still to come. */
export function suppressionLines(seed: number, scale: Scale): BulkLines {
  const random = createRandom(seed, 'bulk suppressions');
  const days = isoDays(AS_OF_DAY - 600, AS_OF_DAY + 30);
  const later = isoDays(AS_OF_DAY - 100, AS_OF_DAY + 600);
  return {
    header: 'customer_id,suppression_reason,effective_from,effective_to',
    line: () => {
      const from = random.chance(FAULTY) ? '2026-02-30' : (days[random.below(days.length)] ?? '');
      const to = random.chance(0.5) ? '' : (later[random.below(later.length)] ?? '');
      return `${anyCustomer(scale, random)},${random.pick(REASONS)},${random.chance(0.1) ? '' : from},${to}`;
    },
  };
}
