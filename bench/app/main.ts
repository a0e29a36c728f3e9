import { parseArgs } from 'node:util';
import { appBench } from './app-bench.ts';
import { appReportText } from './app-report-text.ts';

const USAGE = `npm run bench:app -- [--bookings N] [--runs N] [--json]

Measures how the app feels in a browser, on a large workspace.
  --bookings  how many, 1000000 by default, every fifth rejected; the files are made in bench/data/ if they are not there
  --runs      of each measurement, 3 by default
  --json      the report for programs

Exit code 0 if every bound is kept, 1 if one is missed or something failed, 2 for wrong usage.`;

class UsageError extends Error {}

function options() {
  try {
    return parseArgs({
      options: {
        bookings: { type: 'string', default: '1000000' },
        runs: { type: 'string', default: '3' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(text: string, name: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new UsageError(`${name} must be a whole number, not "${text}".`);
  return Number(text);
}

async function main(): Promise<number> {
  const values = options();
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const report = await appBench({
    bookings: wholeNumber(values.bookings, '--bookings'),
    runs: wholeNumber(values.runs, '--runs'),
    progress: (text) => {
      if (process.stderr.isTTY) console.error(text);
    },
  });
  console.log(values.json ? JSON.stringify(report, null, 2) : appReportText(report));
  return report.figures.every(({ ok }) => ok) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
