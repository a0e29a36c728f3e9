import type { Bound, Report } from './report.ts';
import { megabytes, tableLine, thousands, verdict } from './report-lines.ts';
import type { Spread } from './statistics.ts';

const columns = tableLine(38, 12);
const line = (name: string, ...cells: readonly string[]): string => columns(name, cells);
const seconds = (name: string, { median, least, most }: Spread): string =>
  line(name, median.toFixed(3), least.toFixed(3), most.toFixed(3));

function boundLine({ name, value, bound, ok }: Bound): string {
  const text = name.startsWith('peak') ? megabytes : (ratio: number): string => ratio.toFixed(2);
  return line(name, text(value), text(bound), verdict(ok));
}

/** The report as tables for a person. */
export function reportText(report: Report): string {
  const { phase_seconds: phases, growth } = report;
  const first = growth[0];
  return [
    `${thousands(report.bookings)} bookings, four files with ${megabytes(report.input_bytes)}; runs of each, in turn: ${report.runs}`,
    `Node ${report.node}, sqlite3 ${report.sqlite}`,
    '',
    line('seconds', 'median', 'least', 'most'),
    seconds('sqlite3 .import', report.import_seconds),
    seconds('muster, whole run', report.muster_seconds),
    ...(['load', 'tables', 'rules', 'outputs', 'write'] as const).map((name) =>
      seconds(`  ${name}`, phases[name]),
    ),
    '',
    line('figure', 'value', 'bound'),
    ...report.bounds.map(boundLine),
    line('whole run / .import', report.whole_run_ratio.toFixed(2)),
    line(
      'peak memory of sqlite3',
      report.import_peak_bytes === undefined ? 'unknown' : megabytes(report.import_peak_bytes),
    ),
    ...(first
      ? [
          '',
          line('bookings', 'seconds', 'peak', 'of first'),
          ...growth.map((size) =>
            line(
              thousands(size.bookings),
              size.seconds.toFixed(2),
              megabytes(size.peak_bytes),
              (size.peak_bytes / first.peak_bytes).toFixed(2),
            ),
          ),
        ]
      : []),
  ].join('\n');
}
