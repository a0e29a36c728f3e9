import type { Reconciliation } from '../../electron/contract/reconciliation.ts';
import { writeCsv } from './csv.ts';
import { fates, sourceFigures, stageFigures, tableFigures } from './figures.ts';
import { readFolder } from './files.ts';
import { type Entry, makeLedger, type Tables } from './ledger.ts';
import { assumedFiles, type LoadedSource, loadSource, pickSource, rowsOf } from './load.ts';
import { twoDecimals } from './money.ts';
import { rejectedName, writeRejected } from './rejected-file.ts';
import { SOURCES, type SourceName } from './sources.ts';
import { activeSuppressions, emailEvents, latest, recentBookings } from './tables.ts';

export interface Expected {
  /** The CSV files by name, as text. */
  readonly files: ReadonlyMap<string, string>;
  /** Without warnings: their wording is free. */
  readonly reconciliation: Reconciliation;
  /** File names that a warning must mention: taken by no source, or read as Windows-1252. */
  readonly warnedOf: readonly string[];
}

/** What a run over a folder must write, worked out the plain way in memory. */
export function expectRun(folder: string, asOf: string, windowDays: number): Expected {
  const { taken, untaken } = readFolder(folder, SOURCES);
  const sources = SOURCES.map((source) => loadSource(source, folder, taken.get(source.name) ?? []));
  const tables = makeTables(sources, asOf, windowDays);
  const ledger = makeLedger(tables);
  return {
    files: new Map([
      ...sources.map((source) => [rejectedName(source.source.name), writeRejected(source)] as const),
      ['dropouts.csv', writeDropouts(ledger)],
      ['audience.csv', writeAudience(ledger, tables)],
    ]),
    reconciliation: {
      recipe: 'eligible-audience',
      as_of: asOf,
      params: { window_days: windowDays },
      sources: sources.map(sourceFigures),
      tables: [
        tableFigures('current_customer', pickSource(sources, 'customers'), tables.customers.size),
        tableFigures('current_email_consent', pickSource(sources, 'consent_events'), tables.consents.size),
        tableFigures('recent_booking', pickSource(sources, 'bookings'), tables.bookings.size),
        tableFigures('active_suppression', pickSource(sources, 'suppressions'), tables.suppressions.size),
      ],
      stages: stageFigures(ledger),
      ...fates(ledger, tables),
    },
    warnedOf: [...untaken, ...assumedFiles(sources)],
  };
}

function makeTables(sources: readonly LoadedSource[], asOf: string, windowDays: number): Tables {
  const rows = (name: SourceName) => rowsOf(sources, name);
  return {
    customers: latest(rows('customers'), 'customer_id', 'updated_at'),
    consents: latest(emailEvents(rows('consent_events')), 'customer_id', 'event_ts'),
    bookings: recentBookings(rows('bookings'), daysBefore(asOf, windowDays), asOf),
    suppressions: activeSuppressions(rows('suppressions'), asOf),
  };
}

function writeDropouts(ledger: readonly Entry[]): string {
  const rows = ledger.flatMap(({ customer, excluded: [first, ...others] }) =>
    first ? [[customer, first.rule, first.rule, first.detail, others.map(({ rule }) => rule).join('|')]] : [],
  );
  return writeCsv([['customer_id', 'stage', 'reason', 'detail', 'also'], ...rows]);
}

const AUDIENCE = [
  'customer_id',
  'email',
  'home_state',
  'loyalty_tier',
  'bookings_last_365_days',
  'total_spend_last_365_days',
  'last_booking_date',
];

function writeAudience(ledger: readonly Entry[], tables: Tables): string {
  const rows = ledger.flatMap(({ customer, excluded }) => {
    const row = tables.customers.get(customer);
    const booking = tables.bookings.get(customer);
    if (excluded.length > 0 || !row || !booking) return [];
    const own = ['email', 'home_state', 'loyalty_tier'].map((column) => String(row.get(column) ?? ''));
    return [[customer, ...own, String(booking.number), twoDecimals(booking.total), booking.last]];
  });
  return writeCsv([AUDIENCE, ...rows]);
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
