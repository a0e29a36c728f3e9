import { LINEARITY_BOUND, PEAK_BOUND_BYTES, PHASES } from '../linearity.ts';
import { megabytes, tableLine, thousands, verdict } from '../report-lines.ts';
import type { Spread } from '../statistics.ts';
import type { GrowthReport, SizeFigures } from './growth-report.ts';

const line = tableLine(24, 24);
const seconds = ({ median, least, most }: Spread): string =>
  `${median.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`;

/** The report as a table for a person: a column a size, and the growth of each part. */
export function growthReportText(report: GrowthReport): string {
  const { recipe, unit, node, runs, sizes, linearity } = report;
  const row = (name: string, cell: (size: SizeFigures) => string, ...more: readonly string[]): string =>
    line(name, [...sizes.map(cell), ...more]);
  return [
    `muster run ${recipe}; runs of each size: ${runs}; Node ${node}`,
    '',
    ...Object.keys(sizes[0]?.counts ?? {}).map((name) =>
      row(name.replaceAll('_', ' '), ({ counts }) => thousands(counts[name] ?? 0)),
    ),
    row('files', (size) => megabytes(size.input_bytes)),
    row('peak memory', (size) => megabytes(size.peak_bytes)),
    row(`${unit}s a second`, (size) => thousands(size.units_a_second)),
    '',
    line('seconds', [...sizes.map(() => 'median (least-most)'), `a ${unit}, growth`]),
    row('whole run', (size) => seconds(size.seconds), linearity.whole.toFixed(2)),
    ...PHASES.map((phase) =>
      row(`  ${phase}`, (size) => seconds(size.phase_seconds[phase]), linearity.phases[phase].toFixed(2)),
    ),
    '',
    line('', ['growth', 'peak memory']),
    line('bound', [LINEARITY_BOUND.toFixed(2), megabytes(PEAK_BOUND_BYTES)]),
    line('kept', [verdict(linearity.ok), verdict(report.memory_ok)]),
  ].join('\n');
}
