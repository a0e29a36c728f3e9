import { LINEARITY_BOUND, PEAK_BOUND_BYTES, PHASES } from '../linearity.ts';
import { megabytes, tableLine, thousands, verdict } from '../report-lines.ts';
import type { Spread } from '../statistics.ts';
import type { LoyaltyReport, SizeFigures } from './loyalty-report.ts';

const line = tableLine(24, 24);
const seconds = ({ median, least, most }: Spread): string =>
  `${median.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`;

/** The report as a table for a person: a column a size, and the growth of each part. */
export function loyaltyReportText({ node, runs, sizes, linearity, memory_ok }: LoyaltyReport): string {
  const row = (name: string, cell: (size: SizeFigures) => string, ...more: readonly string[]): string =>
    line(name, [...sizes.map(cell), ...more]);
  return [
    `muster run loyalty-engagement; runs of each size: ${runs}; Node ${node}`,
    '',
    row('rows of 13 files', (size) => thousands(size.rows)),
    row('users', (size) => thousands(size.users)),
    row('routed', (size) => thousands(size.routed)),
    row('files', (size) => megabytes(size.input_bytes)),
    row('rows a second', (size) => thousands(size.rows_a_second)),
    row('peak memory', (size) => megabytes(size.peak_bytes)),
    '',
    line('seconds', [...sizes.map(() => 'median (least-most)'), 'a row, growth']),
    row('whole run', (size) => seconds(size.seconds), linearity.whole.toFixed(2)),
    ...PHASES.map((phase) =>
      row(`  ${phase}`, (size) => seconds(size.phase_seconds[phase]), linearity.phases[phase].toFixed(2)),
    ),
    '',
    line('', ['growth', 'peak memory']),
    line('bound', [LINEARITY_BOUND.toFixed(2), megabytes(PEAK_BOUND_BYTES)]),
    line('kept', [verdict(linearity.ok), verdict(memory_ok)]),
  ].join('\n');
}
