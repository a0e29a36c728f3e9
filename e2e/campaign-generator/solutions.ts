import { textCell } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { boundCell, dayBefore } from '../generator/time-cells.ts';
import { type Plan, spelling } from './plan.ts';

/** The solutions, now and then one twice. */
export function solutionRows(random: Random, plan: Plan): readonly TextRow[] {
  const again = plan.solutions.filter(() => random.chance(plan.faults));
  return [...plan.solutions, ...again].map((solution) => ({
    solution_id: solution,
    name: random.chance(0.2) ? textCell(random) : `Solution ${solution}`,
    channel: channelCell(random, plan),
    target_segments: targetCell(random, plan),
    capacity: capacityCell(random, plan),
    cooldown_days: random.chance(plan.faults) ? '1.5' : cooldownCell(random),
    start_date: openCell(random, plan, [0, 1, 30, 400, -1]),
    end_date: openCell(random, plan, [0, -1, -30, -400, 1]),
  }));
}

function channelCell(random: Random, { faults }: Plan): string {
  if (random.chance(faults)) return random.pick(['', 'e-mail', 'letter']);
  return random.pick(['email', 'email', ' Email', 'sms', 'SMS', 'phone', 'mail', 'Mail ']);
}

function targetCell(random: Random, { segments }: Plan): string {
  if (random.chance(0.3)) return random.pick(['*', ' * ', 'none|*', '*|*']);
  const some = random.shuffle(segments).slice(0, random.between(1, segments.length));
  const parts = [...some.map((segment) => spelling(random, segment)), ...(random.chance(0.1) ? [''] : [])];
  return parts.join(random.pick(['|', '|', ' | ', '||']));
}

function capacityCell(random: Random, { faults }: Plan): string {
  if (random.chance(faults)) return random.pick(['many', '1.0', '9223372036854775808']);
  const odd = ['0', '-1', '9223372036854775807', '+2', '003'];
  if (random.chance(0.2)) return random.pick(odd);
  return random.chance(0.3) ? '' : String(random.between(1, 9));
}

function cooldownCell(random: Random): string {
  return random.pick(['', '0', '-5', '1', '1', '7', '7', '+30', '030', '40000', '9223372036854775807']);
}

/** A bound that is open or near the as-of date; the last of the distances keeps a solution away. */
function openCell(random: Random, { faults }: Plan, distances: readonly number[]): string {
  if (random.chance(faults)) return boundCell(random, 1);
  if (random.chance(0.4)) return '';
  const away = distances.length - 1;
  const distance = random.chance(0.15) ? distances[away] : random.pick(distances.slice(0, away));
  return dayBefore(distance ?? 0);
}
