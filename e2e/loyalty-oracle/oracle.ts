import type { Reconciliation } from '../../electron/contract/reconciliation.ts';
import { sourceFigures } from '../oracle/figures.ts';
import { readFolder } from '../oracle/files.ts';
import { assumedFiles, loadSource, rowsOf } from '../oracle/load.ts';
import { rejectedName, writeRejected } from '../oracle/rejected-file.ts';
import { outcomeOf, ruleStages } from '../oracle/rule-stages.ts';
import { type Table, writeTable } from '../sales-oracle/table.ts';
import { historyTable } from './master.ts';
import { type Memory, NOTHING, remember } from './memory.ts';
import { measuresOf, monitoring } from './monitoring.ts';
import { adoptionByRegion, engagementByRegion } from './regions.ts';
import { customerSuccess, dropouts, makeLedger, marketing, RULES } from './routes.ts';
import { LOYALTY_SOURCES, type LoyaltySourceName } from './sources.ts';
import { type Params, usersOf } from './users.ts';

/** What is particular to a run. */
export interface LoyaltyRun {
  readonly asOf: string;
  readonly params?: Params;
  /** Sources that are left out. */
  readonly without?: readonly LoyaltySourceName[];
  /** What the workspace remembers of earlier runs; nothing where there is no workspace. */
  readonly memory?: Memory;
}

export interface ExpectedLoyalty {
  /** The CSV files by name, as text; where words are free stands a mark. */
  readonly files: ReadonlyMap<string, string>;
  /** Without what is free: tables, the controls' names, and the wording of warnings. */
  readonly reconciliation: Pick<
    Reconciliation,
    'recipe' | 'as_of' | 'params' | 'sources' | 'stages' | 'outcome' | 'balanced'
  >;
  /** What the controls are about: users, and purchases of users within the window in ten-thousandths. */
  readonly users: number;
  readonly purchases: bigint;
  /** File names that a warning must mention: taken by no source, left out, or read as Windows-1252. */
  readonly warnedOf: readonly string[];
  /** What a workspace remembers after the run. */
  readonly memory: Memory;
}

/** The parameters of a run that says nothing of them. */
export const USUAL: Params = { activity_days: 30, outreach_gap_days: 14 };

/** What a run over a folder must write, worked out the plain way in memory. */
export function expectLoyalty(
  folder: string,
  { asOf, params = USUAL, without = [], memory = NOTHING }: LoyaltyRun,
): ExpectedLoyalty {
  const { taken, untaken } = readFolder(folder, LOYALTY_SOURCES);
  const left = new Set<string>(without);
  const sources = LOYALTY_SOURCES.map((source) => {
    return loadSource(source, folder, left.has(source.name) ? [] : (taken.get(source.name) ?? []));
  });
  const users = usersOf(sources, asOf, params);
  const ledger = makeLedger(users, asOf, params);
  const after = remember(memory, asOf, users, measuresOf(sources));
  const tables: Readonly<Record<string, Table>> = {
    'master.csv': historyTable(new Map([[asOf, users]])),
    'history.csv': historyTable(after.snapshots),
    'marketing_highly_engaged.csv': marketing(ledger),
    'customer_success_low_engagement.csv': customerSuccess(ledger),
    'feature_adoption_by_region.csv': adoptionByRegion(users, rowsOf(sources, 'feature_adoption'), asOf),
    'engagement_by_region.csv': engagementByRegion(users),
    'monitoring.csv': monitoring({ sources, users, asOf, memory }),
    'dropouts.csv': dropouts(ledger),
  };
  return {
    files: new Map([
      ...sources.map((source) => [rejectedName(source.source.name), writeRejected(source)] as const),
      ...Object.entries(tables).map(([name, table]) => [name, writeTable(table)] as const),
    ]),
    reconciliation: {
      recipe: 'loyalty-engagement',
      as_of: asOf,
      params: { ...params },
      sources: sources.map(sourceFigures),
      stages: ruleStages(RULES, ledger),
      outcome: outcomeOf(ledger),
      balanced: true,
    },
    users: users.length,
    purchases: users.reduce((sum, { purchaseAmount }) => sum + purchaseAmount, 0n),
    warnedOf: [...untaken, ...[...left].flatMap((name) => taken.get(name) ?? []), ...assumedFiles(sources)],
    memory: after,
  };
}
