import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bench } from './measure/bench.ts';
import { reportText } from './measure/report-text.ts';
import { sqliteVersion } from './measure/sqlite-import.ts';

const USAGE = `npm run bench -- [--bookings N] [--runs N] [--data DIR | --growth] [--json]

Compares a run of Muster with sqlite3's .import of the same files.
  --bookings  how many, 1000000 by default; the files are made in bench/data/ if they are not there
  --runs      of each program, in turn, 5 by default
  --data      a folder with the four files, instead of making them
  --growth    then once each with twice and four times the bookings: peak memory must not grow
  --json      the report for programs

Exit code 0 if every bound is kept, 1 if one is missed or something failed, 2 for wrong usage.`;

class UsageError extends Error {}

function wholeNumber(text: string, name: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new UsageError(`${name} must be a whole number, not "${text}".`);
  return Number(text);
}

function options() {
  try {
    return parseArgs({
      options: {
        bookings: { type: 'string', default: '1000000' },
        runs: { type: 'string', default: '5' },
        data: { type: 'string' },
        growth: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<number> {
  const values = options();
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.growth && values.data !== undefined)
    throw new UsageError('--growth makes its files; leave out --data.');
  const sqlite = sqliteVersion();
  if (sqlite === undefined) {
    throw new Error(
      'sqlite3 was not found. It is the package sqlite3 of Debian and Ubuntu: apt-get install sqlite3',
    );
  }
  const report = await bench({
    bookings: wholeNumber(values.bookings, '--bookings'),
    runs: wholeNumber(values.runs, '--runs'),
    // npm runs scripts in the project's folder; a relative path is meant from where the user stands.
    data: values.data === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', values.data),
    growth: values.growth,
    sqlite,
    progress: (text) => {
      if (process.stderr.isTTY) console.error(text);
    },
  });
  console.log(values.json ? JSON.stringify(report, null, 2) : reportText(report));
  return report.bounds.every(({ ok }) => ok) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
