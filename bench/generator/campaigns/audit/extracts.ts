import type { Fate, Lead } from './lead.ts';
import { DETAILS, LOST_LANGUAGE, type Mischief } from './mischief.ts';

/** A file of the other team: a header and its rows. */
export interface Extract {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const ORDER: readonly Fate['stage'][] = ['exclusions', 'offers', 'buffer', 'targets'];

/** A key that nobody selected and the buffer has. */
export const STRANGER = { solution: '202', client: '39999' } as const;

/** Whether the lead is still there after a stage, as the team believes. */
function passes(lead: Lead, stage: Fate['stage']): boolean {
  return lead.fate === undefined || ORDER.indexOf(lead.fate.stage) > ORDER.indexOf(stage);
}

/** The rows of a lead once the offers' details are joined: one for each detail. */
export function detailRows({ offer }: Lead): readonly (readonly [id: string, title: string])[] {
  const details = DETAILS.get(offer);
  if (!details) return [[`${offer}-1`, 'standard']];
  return details.map((title, index) => [`${offer}-${index + 1}`, title]);
}

/** Whether the lead comes into the buffer, and is not lost on the way. */
export const inBuffer = (lead: Lead): boolean => passes(lead, 'buffer') && lead.language !== LOST_LANGUAGE;

/** Whether the lead is delivered. */
export const isTarget = (lead: Lead): boolean => lead.fate === undefined && inBuffer(lead);

/** Whether the lead has an offer. */
export const hasOffer = (lead: Lead): boolean => passes(lead, 'offers');

/** What the five stages wrote, in order. */
export function stageExtracts({ leads }: Mischief): readonly Extract[] {
  const key = ({ solution, client }: Lead): readonly string[] => [solution, client];
  const who = ({ segment, language, country }: Lead): readonly string[] => [segment, language, country];
  const selected = ['solution_id', 'client_id', 'segment', 'language', 'country'];
  const { solution, client } = STRANGER;
  return [
    {
      name: '1_initial_selection.csv',
      header: [...selected, 'selected_on'],
      rows: leads.map((lead) => [...key(lead), ...who(lead), '2026-11-18']),
    },
    {
      name: '2_exclusions.csv',
      header: selected,
      rows: leads.filter((lead) => passes(lead, 'exclusions')).map((lead) => [...key(lead), ...who(lead)]),
    },
    {
      name: '3_offers.csv',
      header: [...selected, 'offer_id', 'detail_id', 'detail_title'],
      rows: leads
        .filter(hasOffer)
        .flatMap((lead) =>
          detailRows(lead).map((detail) => [...key(lead), ...who(lead), lead.offer, ...detail]),
        ),
    },
    {
      name: '4_buffer.csv',
      header: [...selected, 'offer_id', 'last_contacted_on', 'blocked_until', 'block_reason'],
      rows: [
        ...leads.filter(inBuffer).flatMap((lead) => {
          const { offer, contacted, carried } = lead;
          const row = [
            ...key(lead),
            ...who(lead),
            offer,
            contacted,
            carried?.end ?? '',
            carried?.reason ?? '',
          ];
          return detailRows(lead).map(() => row);
        }),
        [solution, client, 'gold', 'de', 'AT', 'B-202-gold', '', '', ''],
      ],
    },
    {
      name: '5_targets.csv',
      header: ['solution_id', 'client_id', 'channel', 'language', 'offer_id'],
      rows: [
        ...leads.filter(isTarget).flatMap((lead) => {
          const row = [...key(lead), lead.channel, lead.language, lead.offer];
          return detailRows(lead).map(() => row);
        }),
        [solution, client, 'sms', 'de', 'B-202-gold'],
      ],
    },
  ];
}
