import type { Extract } from './extracts.ts';
import type { Lead } from './lead.ts';
import { LOST_LANGUAGE, type Mischief } from './mischief.ts';

/** Whether the pipeline wrote down why the lead is gone: who is lost before the last stage never comes to its filters. */
function isNoted({ fate, language }: Lead): boolean {
  return fate !== undefined && (fate.stage !== 'targets' || language !== LOST_LANGUAGE);
}

/** The trace that is reported, and the one that only the exclusions' own log has. */
export function traceExtracts(all: Mischief): readonly Extract[] {
  const { leads, unreported, contradictory, tracedTwice } = all;
  return [
    {
      name: 'trace.csv',
      header: ['solution_id', 'client_id', 'stage', 'reason'],
      rows: leads.flatMap((lead) => {
        const { solution, client, fate } = lead;
        if (contradictory.has(lead)) return [[solution, client, 'targets', 'over_capacity']];
        if (!fate || !isNoted(lead) || unreported.has(lead)) return [];
        const row = [solution, client, fate.stage, fate.reason];
        return lead === tracedTwice ? [row, [solution, client, 'offers', 'no_eligible_offer']] : [row];
      }),
    },
    {
      name: 'other_trace.csv',
      header: ['Solution ID', 'Client ID', 'Reason', 'Noted On'],
      rows: leads
        .filter((lead) => unreported.has(lead))
        .map(({ solution, client }) => [solution, client, 'legal hold; see file', '2026-11-18']),
    },
  ];
}

/** Every block of the leads, in the order in which they begin. */
export function blocksReference({ leads }: Mischief): Extract {
  return {
    name: 'blocks_reference.csv',
    header: ['solution_id', 'client_id', 'block_reason', 'block_start', 'block_end'],
    rows: leads
      .flatMap(({ solution, client, blocks }) =>
        blocks.map(({ reason, start, end }) => [solution, client, reason, start, end]),
      )
      .sort(([, , , left = ''], [, , , right = '']) => (left < right ? -1 : Number(left > right))),
  };
}
