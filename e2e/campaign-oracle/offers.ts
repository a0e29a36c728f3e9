import type { Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';
import { folded, isWithin, textOrNull, wholeOrNull } from './cells.ts';
import { type Lead, solutionOf } from './leads.ts';

/** What an offer's details say of it. */
export interface OfferDetails {
  readonly root: Row;
  /** How many other details it has. */
  readonly variants: number;
}

/** The offer of a lead on a day: of the lowest priority, of equal ones the first in file order. */
export function selectOffer(lead: Lead, offers: readonly Row[], day: string): Row | undefined {
  let best: Row | undefined;
  for (const offer of offers) {
    if (isFor(offer, lead, day) && (!best || priorityOf(offer) < priorityOf(best))) best = offer;
  }
  return best;
}

function isFor(offer: Row, lead: Lead, day: string): boolean {
  const segment = folded(textOf(offer, 'segment'));
  return (
    textOf(offer, 'solution_id') === solutionOf(lead) &&
    (segment === '*' || segment === folded(textOf(lead.client, 'segment'))) &&
    isWithin(day, textOrNull(offer, 'valid_from'), textOrNull(offer, 'valid_to'))
  );
}

export function priorityOf(offer: Row): bigint {
  const priority = wholeOrNull(offer, 'priority');
  if (priority === null) throw new Error('An accepted offer has no priority.');
  return priority;
}

/** The root of an offer's details, of several the first in file order; undefined where it has none. */
export function findDetails(offer: Row, details: readonly Row[]): OfferDetails | undefined {
  const own = details.filter((detail) => textOf(detail, 'offer_id') === textOf(offer, 'offer_id'));
  const root = own.find((detail) => textOrNull(detail, 'parent_detail_id') === null);
  return root && { root, variants: own.length - 1 };
}
