import type { Spread } from '../statistics.ts';
import { type CampaignReport, LINEARITY_BOUND, PEAK_BOUND_BYTES, PHASES } from './campaign-report.ts';

const NAME_WIDTH = 28;
const NUMBER_WIDTH = 14;

const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`;
const line = (name: string, columns: readonly string[]): string =>
  [name.padEnd(NAME_WIDTH), ...columns.map((text) => text.padStart(NUMBER_WIDTH))].join('').trimEnd();
const seconds = ({ median }: Spread): string => median.toFixed(2);
const verdict = (ok: boolean): string => (ok ? 'PASS' : 'over bound');

/** The report as a table for a person: a column a size, and the growth of each part. */
export function campaignReportText({
  node,
  runs,
  sizes,
  linearity,
  memory_ok: memoryOk,
}: CampaignReport): string {
  const allowed = line('bound', [LINEARITY_BOUND.toFixed(2), megabytes(PEAK_BOUND_BYTES)]);
  return [
    `muster run campaign-targets; runs of each size: ${runs}; Node ${node}`,
    '',
    line(
      'clients',
      sizes.map(({ clients }) => thousands(clients)),
    ),
    line(
      'leads',
      sizes.map(({ leads }) => thousands(leads)),
    ),
    line(
      'targets',
      sizes.map(({ targets }) => thousands(targets)),
    ),
    line(
      'files',
      sizes.map((size) => megabytes(size.input_bytes)),
    ),
    line(
      'peak memory',
      sizes.map((size) => megabytes(size.peak_bytes)),
    ),
    '',
    line('seconds (median)', [...sizes.map(() => ''), 'a lead, growth']),
    line('whole run', [...sizes.map((size) => seconds(size.seconds)), linearity.whole.toFixed(2)]),
    ...PHASES.map((phase) =>
      line(`  ${phase}`, [
        ...sizes.map((size) => seconds(size.phase_seconds[phase])),
        linearity.phases[phase].toFixed(2),
      ]),
    ),
    '',
    line('', ['growth', 'peak memory']),
    allowed,
    line('kept', [verdict(linearity.ok), verdict(memoryOk)]),
  ].join('\n');
}
