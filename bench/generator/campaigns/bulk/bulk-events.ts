import { type BulkLines, FAULTY } from '../../bulk/scale.ts';
import { AS_OF_DAY, isoDays } from '../../days.ts';
import { createRandom } from '../../random.ts';
import { anyClient, type CampaignScale, SOLUTIONS } from './campaign-scale.ts';

const REASONS = [
  'complaint',
  'complaint',
  'payment overdue',
  '"legal hold, see file"',
  'moved away',
] as const;

/** Blocks: open, over, or still to come; a third of them for all solutions. */
export function blockLines(seed: number, scale: CampaignScale): BulkLines {
  const random = createRandom(seed, 'bulk blocks');
  const days = isoDays(AS_OF_DAY - 600, AS_OF_DAY + 30);
  const later = isoDays(AS_OF_DAY - 100, AS_OF_DAY + 600);
  return {
    header: 'client_id,solution_id,block_reason,block_start,block_end',
    line: () => {
      const start = random.chance(FAULTY) ? '2026-02-30' : (days[random.below(days.length)] ?? '');
      const end = random.chance(0.4) ? '' : (later[random.below(later.length)] ?? '');
      const solution = random.chance(0.33) ? '*' : random.pick(SOLUTIONS);
      return `${anyClient(scale, random)},${solution},${random.pick(REASONS)},${start},${end}`;
    },
  };
}

/** Contacts of a year, and some that are planned. */
export function contactLines(seed: number, scale: CampaignScale): BulkLines {
  const random = createRandom(seed, 'bulk contacts');
  const days = isoDays(AS_OF_DAY - 365, AS_OF_DAY + 14);
  return {
    header: 'client_id,solution_id,contacted_on',
    line: () => {
      const day = random.chance(FAULTY) ? 'last week' : (days[random.below(days.length)] ?? '');
      return `${anyClient(scale, random)},${random.pick(SOLUTIONS)},${day}`;
    },
  };
}
