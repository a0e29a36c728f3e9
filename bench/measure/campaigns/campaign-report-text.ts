import { LINEARITY_BOUND, PEAK_BOUND_BYTES, PHASES } from '../linearity.ts';
import { megabytes, tableLine, thousands, verdict } from '../report-lines.ts';
import type { Spread } from '../statistics.ts';
import type { CampaignReport } from './campaign-report.ts';

const line = tableLine(28, 14);
const seconds = ({ median }: Spread): string => median.toFixed(2);

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
