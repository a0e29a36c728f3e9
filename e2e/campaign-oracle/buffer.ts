import type { Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';
import { dayNumber, textOrNull, wholeOrNull } from './cells.ts';
import { clientOf, type Lead, solutionOf } from './leads.ts';

/** That a solution turned to a client, on a day. */
export interface Contact {
  readonly solution: string;
  readonly client: string;
  readonly day: string;
}

/** The contacts that a file tells of. */
export function contactsOf(history: readonly Row[]): readonly Contact[] {
  return history.map((row) => ({
    solution: textOf(row, 'solution_id'),
    client: textOf(row, 'client_id'),
    day: textOf(row, 'contacted_on'),
  }));
}

/** The latest day up to the as-of date on which the lead's solution turned to its client; null: never. */
export function lastContact(lead: Lead, contacts: readonly Contact[], asOf: string): string | null {
  const days = contacts
    .filter(({ solution, client, day }) => {
      return solution === solutionOf(lead) && client === clientOf(lead) && day <= asOf;
    })
    .map(({ day }) => day);
  return days.toSorted().at(-1) ?? null;
}

/** Whether a lead was contacted too lately to be contacted on the as-of date. */
export function isCoolingDown(lead: Lead, last: string | null, asOf: string): boolean {
  const cooldown = wholeOrNull(lead.solution, 'cooldown_days');
  return cooldown !== null && last !== null && dayNumber(last) + cooldown > dayNumber(asOf);
}

/** The block that keeps a lead out on the as-of date: of those that have started the one that ends last. */
export function activeBlock(lead: Lead, blocks: readonly Row[], asOf: string): Row | undefined {
  let last: Row | undefined;
  for (const block of blocks) {
    if (isFor(block, lead) && textOf(block, 'block_start') <= asOf && (!last || endOf(block) > endOf(last))) {
      last = block;
    }
  }
  return last && endOf(last) >= asOf ? last : undefined;
}

function isFor(block: Row, lead: Lead): boolean {
  const solution = textOf(block, 'solution_id');
  return textOf(block, 'client_id') === clientOf(lead) && (solution === '*' || solution === solutionOf(lead));
}

// An open end is later than any day: all digits come before a letter.
function endOf(block: Row): string {
  return textOrNull(block, 'block_end') ?? 'open';
}
