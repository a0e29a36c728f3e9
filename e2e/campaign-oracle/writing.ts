import { writeCsv } from '../oracle/csv.ts';
import type { Row } from '../oracle/load.ts';
import { twoDecimals } from '../oracle/money.ts';
import { outcomeOf } from '../oracle/rule-stages.ts';
import { textOf } from '../oracle/tables.ts';
import { textOrNull, wholeOrNull } from './cells.ts';
import { droppedAt } from './figures.ts';
import { clientOf, solutionOf } from './leads.ts';
import { addressOf, type Entry } from './ledger.ts';

const TARGETS = [
  'solution_id',
  'client_id',
  'channel',
  'address',
  'offer_id',
  'offer_title',
  'offer_price',
  'variants',
  'segment',
  'language',
];

/** What `campaign_targets.csv` holds. */
export function writeTargets(ledger: readonly Entry[]): string {
  const rows = ledger.flatMap(({ lead, offer, details, excluded }) => {
    if (excluded.length > 0 || !offer || !details) return [];
    const price = wholeOrNull(details.root, 'price');
    return [
      [
        solutionOf(lead),
        clientOf(lead),
        textOf(lead.solution, 'channel'),
        addressOf(lead) ?? '',
        textOf(offer, 'offer_id'),
        textOf(details.root, 'title'),
        price === null ? '' : twoDecimals(price),
        String(details.variants),
        textOf(lead.client, 'segment'),
        textOrNull(lead.client, 'language') ?? '',
      ],
    ];
  });
  return writeCsv([TARGETS, ...rows]);
}

/** What `traceability.csv` holds. */
export function writeTrace(ledger: readonly Entry[]): string {
  const rows = ledger.flatMap(({ lead, excluded: [first, ...others] }) => {
    if (!first) return [];
    const also = others.map(({ rule }) => rule).join('|');
    return [[solutionOf(lead), clientOf(lead), first.stage, first.reason, first.detail, also]];
  });
  return writeCsv([['solution_id', 'client_id', 'stage', 'reason', 'detail', 'also'], ...rows]);
}

const DROPPING = ['configurable_exclusions', 'offer_selection', 'offer_enrichment', 'buffer_selection'];

/** What `solution_summary.csv` holds: a row an active solution. */
export function writeSummary(active: readonly Row[], ledger: readonly Entry[]): string {
  const rows = active.map((solution) => {
    const own = ledger.filter(({ lead }) => lead.solution === solution);
    const { entered, delivered, dropped, unexplained } = outcomeOf(own);
    const figures = [
      entered,
      ...DROPPING.map((stage) => droppedAt(stage, own).length),
      delivered,
      dropped,
      unexplained,
    ];
    return [textOf(solution, 'solution_id'), textOf(solution, 'name'), ...figures.map(String)];
  });
  const header = ['solution_id', 'name', 'entered', ...DROPPING, 'targets', 'traced', 'unexplained'];
  return writeCsv([header, ...rows]);
}
