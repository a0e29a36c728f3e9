import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reconciliation, TableFigures } from '../../electron/contract/reconciliation.ts';
import { sourceFigures } from '../oracle/figures.ts';
import { readFolder } from '../oracle/files.ts';
import { assumedFiles, type LoadedSource, loadSource } from '../oracle/load.ts';
import { rejectedName, writeRejected } from '../oracle/rejected-file.ts';
import { outcomeOf, ruleStages } from '../oracle/rule-stages.ts';
import { churnOf, churnScores } from './churn.ts';
import { cohortAnalysis, cumulativeRetention } from './cohorts.ts';
import { customersOf } from './customers.ts';
import { businessInsights } from './insights.ts';
import { campaignTargets, dropouts, makeLedger, RULES } from './ledger.ts';
import { lifecycleTracking } from './lifecycle.ts';
import { countingLines, sumOf } from './lines.ts';
import { monthlyMetrics } from './months.ts';
import { dataQuality } from './quality.ts';
import { customerSegments, scoresOf } from './segments.ts';
import { salesSource } from './sources.ts';
import { type Table, writeTable } from './table.ts';
import { customerValue } from './value.ts';
import { warehouse } from './warehouse.ts';

export interface ExpectedSales {
  /** The CSV files by name, as text; where words are free stands a mark. */
  readonly files: ReadonlyMap<string, string>;
  /** Without what is free: further tables, the controls' names, and the wording of warnings. */
  readonly reconciliation: Omit<Reconciliation, 'tables' | 'derived' | 'controls' | 'warnings'>;
  /** The one table that a source's records become. */
  readonly table: TableFigures;
  /** What the controls are about: net sales in ten-thousandths, and the number of customers. */
  readonly revenue: bigint;
  readonly customers: number;
  /** File names that a warning must mention: taken by no source, read as Windows-1252, or there under another name. */
  readonly warnedOf: readonly string[];
}

/** What a run over a folder must write, worked out the plain way in memory. */
export function expectSales(folder: string, asOf: string): ExpectedSales {
  const source = salesSource(asOf);
  const { taken, untaken } = readFolder(folder, [source]);
  const { own, again } = withoutCopies(folder, taken.get(source.name) ?? []);
  // One after the other, since an extract is compared with the others.
  const extracts = own.map((name) => loadSource(source, folder, [name]));
  const sales: LoadedSource = {
    source,
    files: extracts.flatMap(({ files }) => files),
    accepted: extracts.flatMap(({ accepted }) => accepted),
  };
  const figures = sourceFigures(sales);
  const lines = countingLines(extracts);
  const customers = customersOf(lines);
  const scores = scoresOf(customers, asOf);
  const churn = churnOf(customers, asOf);
  const ledger = makeLedger(scores, churn);
  const tables: Readonly<Record<string, Table>> = {
    ...warehouse(lines, customers),
    'monthly_metrics.csv': monthlyMetrics(customers),
    'cohort_analysis.csv': cohortAnalysis(customers, asOf),
    'cumulative_retention.csv': cumulativeRetention(customers, asOf),
    'customer_segments.csv': customerSegments(scores, asOf),
    'customer_value.csv': customerValue(churn, asOf),
    'churn_scores.csv': churnScores(churn),
    'campaign_targets.csv': campaignTargets(ledger),
    'business_insights.csv': businessInsights(churn, asOf),
    'lifecycle_tracking.csv': lifecycleTracking(customers, asOf),
    'data_quality.csv': dataQuality(figures, lines),
    'dropouts.csv': dropouts(ledger),
  };
  return {
    files: new Map([
      [rejectedName(source.name), writeRejected(sales)],
      ...Object.entries(tables).map(([name, table]) => [name, writeTable(table)] as const),
    ]),
    reconciliation: {
      recipe: 'sales-analytics',
      as_of: asOf,
      params: {},
      sources: [figures],
      stages: ruleStages(RULES, ledger),
      outcome: outcomeOf(ledger),
      balanced: true,
    },
    table: {
      table: 'sales_line',
      from: source.name,
      in: figures.accepted,
      out: lines.length,
      superseded: figures.accepted - lines.length,
    },
    revenue: sumOf(lines.map(({ amount }) => amount)),
    customers: customers.length,
    warnedOf: [...untaken, ...assumedFiles([sales]), ...again],
  };
}

/** The files in name order without those whose bytes an earlier one has. */
function withoutCopies(
  folder: string,
  names: readonly string[],
): { readonly own: readonly string[]; readonly again: readonly string[] } {
  const seen = new Set<string>();
  const groups = Map.groupBy(names, (name) => {
    const bytes = readFileSync(join(folder, name), 'latin1');
    const known = seen.has(bytes);
    seen.add(bytes);
    return known;
  });
  return { own: groups.get(false) ?? [], again: groups.get(true) ?? [] };
}
