import { textCell } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { boundCell, dayBefore } from '../generator/time-cells.ts';
import { type Plan, times } from './plan.ts';

/** Blocks about the as-of date, of few different ends: ties are the point. */
export function blockRows(random: Random, plan: Plan): readonly TextRow[] {
  return times(random.between(0, plan.clients.length * 2), () => ({
    client_id: clientCell(random, plan),
    solution_id: random.chance(0.3) ? '*' : random.pick(plan.solutions),
    block_reason: random.chance(0.8)
      ? random.pick(['complaint', 'legal', 'Fraud, alleged'])
      : textCell(random),
    block_start: dayCell(random, plan, [400, 30, 0, -1, -1]),
    block_end: random.chance(0.2) ? '' : dayCell(random, plan, [400, 30, 1, 1, 0, -1, -1]),
  }));
}

/** Contacts whose cooldown ends about the as-of date. */
export function contactRows(random: Random, plan: Plan, solutions: readonly TextRow[]): readonly TextRow[] {
  return times(random.between(0, plan.clients.length * solutions.length * 2), () => {
    const solution = random.pick(solutions);
    const cooldown = Number(solution.cooldown_days || '0');
    // Longer ones reach further back than there are days.
    const border = Number.isSafeInteger(cooldown) && cooldown < 1000 ? cooldown : 100;
    return {
      client_id: clientCell(random, plan),
      solution_id: random.chance(0.05) ? random.pick(['*', 'unknown']) : (solution.solution_id ?? ''),
      contacted_on: dayCell(random, plan, [border, border + 1, border - 1, border + 2, 300, 0, -1]),
    };
  });
}

function clientCell(random: Random, { faults, clients }: Plan): string {
  if (random.chance(faults / 2)) return '';
  return random.chance(0.04) ? 'nobody' : random.pick(clients);
}

function dayCell(random: Random, { faults }: Plan, distances: readonly number[]): string {
  if (random.chance(faults)) return boundCell(random, 1);
  return dayBefore(random.pick(distances)) + random.pick(['', '', '', '', ' 23:59']);
}
