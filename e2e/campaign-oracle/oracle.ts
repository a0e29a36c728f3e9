import type { Reconciliation } from '../../electron/contract/reconciliation.ts';
import { sourceFigures } from '../oracle/figures.ts';
import { readFolder } from '../oracle/files.ts';
import { assumedFiles, type LoadedSource, loadSource, type Row, rowsOf } from '../oracle/load.ts';
import { rejectedName, writeRejected } from '../oracle/rejected-file.ts';
import { outcomeOf } from '../oracle/rule-stages.ts';
import { latest, textOf } from '../oracle/tables.ts';
import { type Contact, contactsOf } from './buffer.ts';
import { stageFigures, stagesOf } from './figures.ts';
import { activeSolutions, clientOf, findLeads, solutionOf } from './leads.ts';
import { makeLedger } from './ledger.ts';
import { CAMPAIGN_SOURCES } from './sources.ts';
import { writeSummary, writeTargets, writeTrace } from './writing.ts';

export interface ExpectedCampaign {
  /** The CSV files by name, as text. */
  readonly files: ReadonlyMap<string, string>;
  /** Without what is free: tables, the controls' names and sums, and the wording of warnings. */
  readonly reconciliation: Omit<Reconciliation, 'tables' | 'derived' | 'controls' | 'warnings'>;
  /** File names that a warning must mention: taken by no source, or read as Windows-1252. */
  readonly warnedOf: readonly string[];
  /** Accepted records that belong to nothing, of which a warning says how many. */
  readonly orphans: { readonly offers: number; readonly blocks: number };
  /** What later runs know of this one when it is published. */
  readonly contacts: readonly Contact[];
}

/** What a run over a folder must write, worked out the plain way in memory. */
export function expectCampaign(
  folder: string,
  asOf: string,
  published: readonly Contact[] = [],
): ExpectedCampaign {
  const { taken, untaken } = readFolder(folder, CAMPAIGN_SOURCES);
  const sources = CAMPAIGN_SOURCES.map((source) => loadSource(source, folder, taken.get(source.name) ?? []));
  const clients = latest(rowsOf(sources, 'clients'), 'client_id', 'updated_at');
  const active = activeSolutions(rowsOf(sources, 'solutions'), asOf);
  const exclusions = rowsOf(sources, 'exclusions');
  const ledger = makeLedger(
    findLeads(active, [...clients.values()]),
    {
      exclusions,
      offers: rowsOf(sources, 'offers'),
      details: rowsOf(sources, 'offer_details'),
      blocks: rowsOf(sources, 'blocks'),
      contacts: [...contactsOf(rowsOf(sources, 'contact_history')), ...published],
    },
    asOf,
  );
  const stages = stagesOf(exclusions);
  const survivors = ledger.filter(({ excluded }) => excluded.length === 0);
  return {
    files: new Map([
      ...sources.map((source) => [rejectedName(source.source.name), writeRejected(source)] as const),
      ['campaign_targets.csv', writeTargets(ledger)],
      ['traceability.csv', writeTrace(ledger)],
      ['solution_summary.csv', writeSummary(active, ledger)],
    ]),
    reconciliation: {
      recipe: 'campaign-targets',
      as_of: asOf,
      params: {},
      sources: sources.map(sourceFigures),
      stages: stageFigures(stages, ledger),
      outcome: outcomeOf(ledger),
      by: active.map((solution) => {
        const own = ledger.filter(({ lead }) => lead.solution === solution);
        const id = textOf(solution, 'solution_id');
        return { solution_id: id, stages: stageFigures(stages, own), outcome: outcomeOf(own) };
      }),
      balanced: true,
    },
    warnedOf: [...untaken, ...assumedFiles(sources)],
    orphans: countOrphans(sources, clients),
    contacts: survivors.map(({ lead }) => ({
      solution: solutionOf(lead),
      client: clientOf(lead),
      day: asOf,
    })),
  };
}

function countOrphans(
  sources: readonly LoadedSource[],
  clients: ReadonlyMap<string, Row>,
): ExpectedCampaign['orphans'] {
  const solutions = new Set(rowsOf(sources, 'solutions').map((row) => textOf(row, 'solution_id')));
  const without = (source: string, key: string, known: { has(id: string): boolean }) =>
    rowsOf(sources, source).filter((row) => !known.has(textOf(row, key))).length;
  return {
    offers: without('offers', 'solution_id', solutions),
    blocks: without('blocks', 'client_id', clients),
  };
}
