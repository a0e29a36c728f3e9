import { join } from 'node:path';
import { readFaults, readRows } from './read-csv.ts';
import { readReconciliation } from './read-out.ts';
import { type MusterOptions, type MusterResult, runMuster } from './run-muster.ts';
import { tempFolder } from './temp-folder.ts';
import { type Content, lines, writeFiles } from './write-files.ts';

export const AS_OF = '2026-11-20';

export const CUSTOMERS = 'customer_id,email,home_state,loyalty_tier,is_active,updated_at';
export const BOOKINGS =
  'booking_id,customer_id,booking_date,booking_amount,booking_status,product_name,source_system';
export const CONSENTS = 'consent_event_id,customer_id,channel,consent_status,event_ts';
export const SUPPRESSIONS = 'customer_id,suppression_reason,effective_from,effective_to';

/** Customer 1 is delivered, merged of two snapshots; 2 is inactive; 3 is in the quarantine only. */
export const SMALL: Readonly<Record<string, string>> = {
  'customers.csv': lines(
    CUSTOMERS,
    '1,old@example.com,Bavaria,silver,1,2026-01-01T10:00:00Z',
    '1,Ann@Example.com,Bavaria,gold,1,2026-02-01T10:00:00Z',
    '2,bob@example.com,Hesse,,0,2026-01-01T10:00:00Z',
    '3,carl@example.com,Saxony,,maybe,2026-01-01T10:00:00Z',
  ),
  'bookings.csv': lines(
    BOOKINGS,
    'B1,1,2026-10-01,100.50,COMPLETED,Cruise,web',
    'B2,1,2026-11-01,20,completed,"Hotel, 2 nights",shop',
    'B3,2,2026-11-01,20,CANCELLED,,web',
  ),
  'consent_events.csv': lines(CONSENTS, 'E1,1,email,OPT_IN,2026-01-01', 'E2,2,email,OPT_IN,2026-01-01'),
  'suppressions.csv': lines(SUPPRESSIONS, '9,complaint,2026-01-01,'),
};

/** A run over the small input: what it said and what it wrote. */
export interface SmallRun extends MusterResult {
  readonly input: string;
  readonly out: string;
}

export interface SmallRunOptions extends MusterOptions {
  readonly args?: readonly string[];
  readonly folder?: string;
}

/** Runs the recipe over the small input with some files changed; null leaves one out. */
export async function runSmall(
  changes: Readonly<Record<string, Content | null>> = {},
  { args = [], folder = tempFolder(), ...options }: SmallRunOptions = {},
): Promise<SmallRun> {
  const input = join(folder, 'in');
  const out = join(folder, 'out');
  writeFiles(input, small(changes));
  const fixed = ['run', 'eligible-audience', '--in', input, '--out', out, '--as-of', AS_OF];
  return { ...(await runMuster([...fixed, ...args], options)), input, out };
}

/** The small input with some files changed; null leaves one out. */
export function small(changes: Readonly<Record<string, Content | null>> = {}): Record<string, Content> {
  const files: Record<string, Content> = {};
  for (const [name, content] of Object.entries({ ...SMALL, ...changes })) {
    if (content !== null) files[name] = content;
  }
  return files;
}

export interface Told {
  readonly accepted: number;
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

/** Runs with one file changed and says what became of its source. */
export async function tell(source: string, changes: Readonly<Record<string, Content | null>>): Promise<Told> {
  const run = await runSmall(changes);
  if (run.exit !== 0) throw new Error(`exit ${run.exit}: ${run.stderr}`);
  const { sources, warnings = [] } = readReconciliation(run.out);
  const figures = sources.find((figure) => figure.source === source);
  const faults = readFaults(run.out, source.replaceAll('_', '-'));
  return { accepted: figures?.accepted ?? -1, faults, warnings };
}

/** Runs with one file changed and answers the rejected records of a source, whole. */
export async function rejectedOf(
  source: string,
  changes: Readonly<Record<string, Content | null>>,
): Promise<readonly (readonly string[])[]> {
  const run = await runSmall(changes);
  if (run.exit !== 0) throw new Error(`exit ${run.exit}: ${run.stderr}`);
  return readRows(run.out, `rejected-${source.replaceAll('_', '-')}.csv`);
}
