import type { AppReport } from './app-bench.ts';
import type { Figure } from './figures.ts';

const NAME_WIDTH = 48;
const NUMBER_WIDTH = 10;

const line = (name: string, ...columns: readonly string[]): string =>
  [name.padEnd(NAME_WIDTH), ...columns.map((text) => text.padStart(NUMBER_WIDTH))].join('').trimEnd();

/** The report as a table for a person. */
export function appReportText({ bookings, runs, node, browser, load, figures }: AppReport): string {
  return [
    `${bookings.toLocaleString('en')} bookings, every fifth rejected; runs: ${runs}`,
    `Node ${node}, Chromium ${browser}; load of the machine before and after: ${load.map((each) => each.toFixed(1)).join(', ')}`,
    '',
    line('figure', 'bound', 'median', '95%', 'worst', 'control', ''),
    ...figures.map(figureLine),
  ].join('\n');
}

function figureLine({ name, unit, values, median, most, bound, control, ok }: Figure): string {
  const text = (value: number | undefined): string =>
    value === undefined ? '' : `${value.toFixed(0)} ${unit}`;
  const verdict = bound === undefined ? '' : ok ? 'PASS' : 'over';
  return line(name, text(bound), text(median), text(most), text(Math.max(...values)), text(control), verdict);
}
