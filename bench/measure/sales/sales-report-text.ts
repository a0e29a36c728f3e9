import { LINEARITY_BOUND, PEAK_BOUND_BYTES, PHASES } from '../linearity.ts';
import { megabytes, tableLine, thousands, verdict } from '../report-lines.ts';
import type { Spread } from '../statistics.ts';
import type { SalesReport, SizeFigures } from './sales-report.ts';

const line = tableLine(24, 26);
const seconds = ({ median, least, most }: Spread): string =>
  `${median.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`;

/** The report as a table for a person: a column a size, and the growth of each part. */
export function salesReportText(report: SalesReport): string {
  const { node, peer, runs, sizes, linearity } = report;
  const row = (name: string, cell: (size: SizeFigures) => string, ...more: readonly string[]): string =>
    line(name, [...sizes.map(cell), ...more]);
  return [
    `muster run sales-analytics beside ${peer}; runs of each, in turn: ${runs}; Node ${node}`,
    '',
    row('lines', (size) => thousands(size.lines)),
    row('customers', (size) => thousands(size.customers)),
    row('targets', (size) => thousands(size.targets)),
    row('files', (size) => megabytes(size.input_bytes)),
    row('peak memory', (size) => megabytes(size.peak_bytes)),
    row('  of the peer', ({ peer_peak_bytes: bytes }) =>
      bytes === undefined ? 'unknown' : megabytes(bytes),
    ),
    '',
    line('seconds', [...sizes.map(() => 'median (least-most)'), 'a line, growth']),
    row('whole run', (size) => seconds(size.seconds), linearity.whole.toFixed(2)),
    ...PHASES.map((phase) =>
      row(`  ${phase}`, (size) => seconds(size.phase_seconds[phase]), linearity.phases[phase].toFixed(2)),
    ),
    row('the peer', (size) => seconds(size.peer_seconds)),
    row('whole run / the peer', (size) => size.ratio.toFixed(2)),
    '',
    line('', ['growth', 'peak memory']),
    line('bound', [LINEARITY_BOUND.toFixed(2), megabytes(PEAK_BOUND_BYTES)]),
    line('kept', [verdict(linearity.ok), verdict(report.memory_ok)]),
  ].join('\n');
}
