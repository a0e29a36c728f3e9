import { detailRows, hasOffer, inBuffer, STRANGER } from './extracts.ts';
import type { Lead } from './lead.ts';
import { LOST_LANGUAGE, type Mischief } from './mischief.ts';
import { keyOf, type Planted } from './planted.ts';

const keysOf = (leads: readonly Lead[]): readonly string[] =>
  leads.map(({ solution, client }) => keyOf(solution, client));

const rowsOf = (leads: readonly Lead[]): number =>
  leads.reduce((sum, lead) => sum + detailRows(lead).length, 0);

/** What an audit of the sample has to find, by stage. */
export function plantedFaults(all: Mischief): readonly Planted[] {
  const { leads, unreported, contradictory, tracedTwice, stale } = all;
  const multiplied = leads.filter((lead) => hasOffer(lead) && detailRows(lead).length > 1);
  const alike = multiplied.filter(inBuffer);
  const lost = leads.filter(
    (lead) => lead.language === LOST_LANGUAGE && hasOffer(lead) && lead.fate?.stage !== 'buffer',
  );
  const hidden = leads.filter((lead) => unreported.has(lead));
  const both = leads.filter((lead) => contradictory.has(lead));
  const outdated = leads.filter((lead) => stale.has(lead));
  return [
    {
      kind: 'unreported',
      stage: '2_exclusions',
      columns: [],
      keys: keysOf(hidden),
      rows: hidden.length,
      story: 'Filtered for a legal hold, which stands in other_trace.csv alone',
    },
    {
      kind: 'double_reason',
      stage: '2_exclusions',
      columns: [],
      keys: keysOf([tracedTwice]),
      rows: 2,
      story: 'Gone at the exclusions, and traced once more at the offers',
    },
    {
      kind: 'fan_out',
      stage: '3_offers',
      columns: ['detail_id', 'detail_title'],
      keys: keysOf(multiplied),
      rows: rowsOf(multiplied),
      story: 'Two offers have several details, and the join brought in all of them',
    },
    {
      kind: 'dropped_identifier',
      stage: '4_buffer',
      columns: ['detail_id', 'detail_title'],
      keys: keysOf(alike),
      rows: rowsOf(alike),
      story: 'The detail is gone, and the rows of a lead can no longer be told apart',
    },
    {
      kind: 'silent_drop',
      stage: '4_buffer',
      columns: ['language'],
      keys: keysOf(lost),
      rows: rowsOf(lost),
      story: `Every lead with language ${LOST_LANGUAGE} is gone, in no trace`,
    },
    {
      kind: 'appeared',
      stage: '4_buffer',
      columns: [],
      keys: [keyOf(STRANGER.solution, STRANGER.client)],
      rows: 1,
      story: 'Nobody selected it',
    },
    {
      kind: 'stale_window',
      stage: '4_buffer',
      columns: ['block_reason'],
      keys: keysOf(outdated),
      rows: outdated.length,
      story:
        'Carries a block that ended in April; another has held since September, and yet the lead is delivered',
    },
    {
      kind: 'contradiction',
      stage: '5_targets',
      columns: [],
      keys: keysOf(both),
      rows: both.length,
      story: 'Delivered, and traced as over capacity',
    },
  ];
}
