import { amountCell, textCell } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { boundCell, dayBefore } from '../generator/time-cells.ts';
import { type Plan, spelling, times } from './plan.ts';

// No two of them may become one by way of a float.
const LARGE = ['9223372036854775807', '-1', '9007199254740993', '9007199254740992'];

/** Offers with equal priorities, now and then of no solution. */
export function offerRows(random: Random, plan: Plan): readonly TextRow[] {
  const large = random.chance(0.25);
  return times(random.between(1, plan.solutions.length * 8), (at) => ({
    offer_id: random.chance(plan.faults) ? random.pick(['', 'O1']) : `O${at}`,
    solution_id: random.chance(0.04) ? 'unknown' : random.pick(plan.solutions),
    segment: random.chance(0.25) ? random.pick(['*', ' *']) : spelling(random, random.pick(plan.segments)),
    priority: large ? random.pick(LARGE.slice(random.pick([0, 2]))) : priorityCell(random, plan),
    valid_from: random.chance(0.6) ? '' : dayCell(random, plan, [0, 1, 30, -1]),
    valid_to: random.chance(0.6) ? '' : dayCell(random, plan, [0, -1, -30, 1]),
  }));
}

function priorityCell(random: Random, { faults }: Plan): string {
  if (random.chance(faults)) return random.pick(['', 'high', '1.0', '-9223372036854775809']);
  return random.pick(['1', '1', '2', '2', '+2', '003', '10', '-1']);
}

function dayCell(random: Random, { faults }: Plan, distances: readonly number[]): string {
  return random.chance(faults) ? boundCell(random, 1) : dayBefore(random.pick(distances));
}

/** Details of the offers: mostly one root and some children, at times none or two. */
export function detailRows(random: Random, plan: Plan, offers: readonly TextRow[]): readonly TextRow[] {
  const ids = [...offers.map((offer) => offer.offer_id ?? ''), 'unknown'];
  const parents = ids.flatMap((offer) => {
    const children = times(random.pick([0, 0, 1, 2, 4]), () =>
      random.pick([`${offer}-root`, `${offer}-2`, 'gone']),
    );
    const roots = random.pick([[''], [''], [''], [''], [''], ['', ''], []]);
    return [...roots, ...children].map((parent) => ({ offer, parent }));
  });
  return random.shuffle(parents).map(({ offer, parent }, at) => ({
    detail_id: random.chance(plan.faults) ? random.pick(['', 'D1']) : `D${at}`,
    offer_id: offer,
    parent_detail_id: parent,
    title: random.chance(0.2) ? textCell(random) : `Gift ${at}`,
    price: random.chance(0.2) ? '' : amountCell(random, plan.faults),
  }));
}
