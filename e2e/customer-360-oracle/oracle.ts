import type { Outcome, SourceFigures } from '../../electron/contract/reconciliation.ts';
import { sourceFigures } from '../oracle/figures.ts';
import { readFolder } from '../oracle/files.ts';
import { assumedFiles, rowsOf } from '../oracle/load.ts';
import { rejectedName, writeRejected } from '../oracle/rejected-file.ts';
import { outcomeOf } from '../oracle/rule-stages.ts';
import { writeTable } from '../sales-oracle/table.ts';
import { customer360, customersOf, type Records } from './customers.ts';
import type { Identity } from './identity.ts';
import { load } from './load.ts';
import { type Customer360SourceName, SOURCES } from './sources.ts';
import { rejectedLog, statusRates, writePiped } from './transactions.ts';
import { sumOf, total } from './users.ts';

/** What a run must write. */
export interface ExpectedCustomer360 {
  /** All files as text, without the Parquet file, `manifest.json` and `reconciliation.json`. */
  readonly files: ReadonlyMap<string, string>;
  readonly sources: readonly SourceFigures[];
  readonly outcome: Outcome;
  /** What both sides of the controls are, in ten-thousandths, whatever a control is called. */
  readonly controls: Readonly<Record<'completed' | 'pending' | 'views' | 'emails' | 'users', bigint>>;
  /** File names that a warning must mention: taken by no source, read as Windows-1252, or a JSON array. */
  readonly warnedOf: readonly string[];
}

/** What a run over a folder must write, worked out the plain way in memory. */
export function expectCustomer360(folder: string, identity: Identity): ExpectedCustomer360 {
  const { taken, untaken } = readFolder(folder, SOURCES);
  const sources = SOURCES.map((source) => load(source, folder, taken.get(source.name) ?? []));
  const rows = (name: Customer360SourceName) => rowsOf(sources, name);
  const records: Records = {
    leads: rows('crm_leads'),
    transactions: rows('transactions'),
    activity: rows('web_activity'),
    entries: rows('identity_map'),
  };
  const customers = customersOf(records, identity);
  const transactions = sources.find(({ source }) => source.name === 'transactions');
  if (!transactions) throw new Error('There is no source transactions.');
  return {
    files: new Map([
      ...sources.map((source) => [rejectedName(source.source.name), writeRejected(source)] as const),
      ['customer_360.csv', writeTable(customer360(customers, identity))],
      ['rejected_transactions.log', writePiped(rejectedLog(transactions))],
      ['status_rates.csv', writeTable(statusRates(transactions))],
    ]),
    sources: sources.map(sourceFigures),
    // Nobody is dropped: every row is delivered.
    outcome: outcomeOf(customers.map(() => ({ excluded: [] }))),
    controls: {
      completed: sumOf(records.transactions, 'completed').amount,
      pending: sumOf(records.transactions, 'pending').amount,
      views: total(records.activity, 'page_views') * 10_000n,
      emails: distinct(customers.map(({ email }) => email)),
      users: distinct(customers.map(({ user }) => user)),
    },
    warnedOf: [...untaken, ...assumedFiles(sources), ...sources.flatMap(({ arrays }) => arrays)],
  };
}

/** How many texts there are, in ten-thousandths. */
function distinct(texts: readonly (string | null)[]): bigint {
  return BigInt(new Set(texts.filter((text) => text !== null)).size) * 10_000n;
}
