import { byId, isWellFormed } from '../oracle/ledger.ts';
import type { Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';
import { activeBlock, type Contact, isCoolingDown, lastContact } from './buffer.ts';
import { textOrNull, wholeOrNull } from './cells.ts';
import { activeExclusions, firstMatch } from './exclusions.ts';
import { clientOf, type Lead, solutionOf } from './leads.ts';
import { findDetails, type OfferDetails, priorityOf, selectOffer } from './offers.ts';

/** What the rules look at. */
export interface Tables {
  readonly exclusions: readonly Row[];
  readonly offers: readonly Row[];
  readonly details: readonly Row[];
  readonly blocks: readonly Row[];
  readonly contacts: readonly Contact[];
}

/** That a rule excludes a lead. */
export interface Verdict {
  readonly stage: string;
  readonly rule: string;
  readonly reason: string;
  readonly detail: string;
}

/** One lead, with what was found for it, and the rules that exclude it, in order. */
export interface Entry {
  readonly lead: Lead;
  readonly offer: Row | undefined;
  readonly details: OfferDetails | undefined;
  readonly last: string | null;
  readonly excluded: readonly Verdict[];
}

/** Every lead in the order in which they are given. */
export function makeLedger(leads: readonly Lead[], tables: Tables, asOf: string): readonly Entry[] {
  const exclusions = activeExclusions(tables.exclusions);
  const entries = leads.map((lead): Entry => {
    const offer = selectOffer(lead, tables.offers, asOf);
    const details = offer && findDetails(offer, tables.details);
    const last = lastContact(lead, tables.contacts, asOf);
    const match = firstMatch(lead, exclusions);
    const block = activeBlock(lead, tables.blocks, asOf);
    const verdicts = [
      match &&
        verdict('configurable_exclusions', textOf(match, 'reason'), {
          rule: 'configurable_exclusions',
          detail: textOf(match, 'exclusion_id'),
        }),
      offer ? undefined : verdict('offer_selection', 'no_eligible_offer', { rule: 'offer_selection' }),
      offer && !details
        ? verdict('offer_enrichment', 'offer_details_missing', { rule: 'offer_enrichment' })
        : undefined,
      hasAddress(lead) ? undefined : verdict('buffer_selection', 'no_contact_address'),
      block && verdict('buffer_selection', 'blocked', { detail: textOf(block, 'block_reason') }),
      isCoolingDown(lead, last, asOf) ? verdict('buffer_selection', 'cooling_down') : undefined,
    ];
    return { lead, offer, details, last, excluded: verdicts.filter((each) => each !== undefined) };
  });
  const late = new Set(pastCapacity(entries.filter(({ excluded }) => excluded.length === 0)));
  const over = verdict('buffer_selection', 'over_capacity');
  return entries.map((entry) => (late.has(entry) ? { ...entry, excluded: [over] } : entry));
}

/** Where a lead is reached: empty for letters, null where it cannot be. */
export function addressOf({ solution, client }: Lead): string | null {
  switch (textOf(solution, 'channel')) {
    case 'email': {
      const email = textOrNull(client, 'email');
      return email !== null && isWellFormed(email) ? email : null;
    }
    case 'mail':
      return '';
    default:
      return textOrNull(client, 'phone');
  }
}

function hasAddress(lead: Lead): boolean {
  return addressOf(lead) !== null;
}

function pastCapacity(entries: readonly Entry[]): readonly Entry[] {
  const bySolution = Map.groupBy(entries, ({ lead }) => solutionOf(lead));
  return [...bySolution.values()].flatMap((rivals) => {
    const [first] = rivals;
    const capacity = first ? wholeOrNull(first.lead.solution, 'capacity') : null;
    return rivals.toSorted(byRank).filter((_, place) => capacity !== null && BigInt(place) >= capacity);
  });
}

function byRank(left: Entry, right: Entry): number {
  if (!left.offer || !right.offer) throw new Error('A lead that is left has no offer.');
  const [first, second] = [priorityOf(left.offer), priorityOf(right.offer)];
  if (first !== second) return first < second ? -1 : 1;
  // Never is before any day.
  const [early, late] = [left.last ?? '', right.last ?? ''];
  if (early !== late) return early < late ? -1 : 1;
  return byId(clientOf(left.lead), clientOf(right.lead));
}

/** The rules of the last selection have the names of their reasons. */
function verdict(
  stage: string,
  reason: string,
  { rule = reason, detail = '' }: { readonly rule?: string; readonly detail?: string } = {},
): Verdict {
  return { stage, rule, reason, detail };
}
