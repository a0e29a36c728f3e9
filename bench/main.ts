import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bench } from './measure/bench.ts';
import { GROWN_RECIPES, type GrownRecipe } from './measure/growth/grown-recipe.ts';
import { benchGrowth } from './measure/growth/growth-bench.ts';
import { growthReportText } from './measure/growth/growth-report-text.ts';
import { reportText } from './measure/report-text.ts';
import { findPeer, PEER_NAMES } from './measure/sales/peer.ts';
import { benchSales } from './measure/sales/sales-bench.ts';
import { salesReportText } from './measure/sales/sales-report-text.ts';
import { sqliteVersion } from './measure/sqlite-import.ts';

const USAGE = `npm run bench -- [--bookings N] [--runs N] [--data DIR | --growth] [--json]
npm run bench -- --recipe campaign-targets [--clients N,N] [--runs N] [--json]
npm run bench -- --recipe sales-analytics [--lines N,N] [--runs N] [--peer pandas|sqlite3] [--json]
npm run bench -- --recipe customer-360 [--transactions N,N] [--runs N] [--json]
npm run bench -- --recipe loyalty-engagement [--rows N,N] [--runs N] [--json]

Compares a run of Muster with sqlite3's .import of the same files; of campaign-targets, customer-360 and
loyalty-engagement two sizes with each other; of sales-analytics two sizes, and each with a program that makes the same tables and accounts for nothing.
  --bookings      how many, 1000000 by default; the files are made in bench/data/ if they are not there
  --clients       how many of campaign-targets, 250000,1000000 by default: seconds a lead must hardly grow
  --lines         how many of sales-analytics, 40000,1000000 by default: seconds a line must hardly grow
  --transactions  how many of customer-360, 250000,1000000 by default, with twice as many web events
  --rows          how many of the 13 files of loyalty-engagement together, 1000000,10000000 by default
  --peer          what stands beside sales-analytics: pandas (of python3, or of what PYTHON names) where it is there, or sqlite3
  --runs          of each program, in turn, or of each size; 5 by default, 1 of campaign-targets, customer-360 and loyalty-engagement,
                  3 of sales-analytics
  --data          a folder with the four files, instead of making them
  --growth        then once each with twice and four times the bookings: peak memory must not grow
  --json          the report for programs

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
        recipe: { type: 'string', default: 'eligible-audience' },
        bookings: { type: 'string', default: '1000000' },
        clients: { type: 'string', default: '250000,1000000' },
        lines: { type: 'string', default: '40000,1000000' },
        transactions: { type: 'string', default: '250000,1000000' },
        rows: { type: 'string', default: '1000000,10000000' },
        peer: { type: 'string' },
        runs: { type: 'string' },
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

function progress(text: string): void {
  if (process.stderr.isTTY) console.error(text);
}

function sizes(text: string, name: string): readonly number[] {
  const numbers = text.split(',').map((size) => wholeNumber(size, name));
  if (new Set(numbers).size < 2) throw new UsageError(`${name} must be two different numbers or more.`);
  return numbers;
}

/** Measures a recipe over several sizes. */
async function mainOfGrowth(grown: GrownRecipe, values: ReturnType<typeof options>): Promise<number> {
  const report = await benchGrowth({
    grown,
    sizes: sizes(values[grown.unit], `--${grown.unit}`),
    runs: wholeNumber(values.runs ?? '1', '--runs'),
    progress,
  });
  console.log(values.json ? JSON.stringify(report, null, 2) : growthReportText(report));
  return report.linearity.ok && report.memory_ok ? 0 : 1;
}

/** Measures sales-analytics. */
async function mainOfSales(values: ReturnType<typeof options>): Promise<number> {
  const lines = sizes(values.lines, '--lines');
  const name = PEER_NAMES.find((each) => each === values.peer);
  if (values.peer !== name) {
    throw new UsageError(`--peer must be ${PEER_NAMES.join(' or ')}, not "${values.peer}".`);
  }
  const report = await benchSales({
    lines,
    runs: wholeNumber(values.runs ?? '3', '--runs'),
    peer: findPeer(name),
    progress,
  });
  console.log(values.json ? JSON.stringify(report, null, 2) : salesReportText(report));
  return report.linearity.ok && report.memory_ok ? 0 : 1;
}

async function main(): Promise<number> {
  const values = options();
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const grown = GROWN_RECIPES.find(({ recipe }) => recipe === values.recipe);
  if (grown) return mainOfGrowth(grown, values);
  if (values.recipe === 'sales-analytics') return mainOfSales(values);
  if (values.recipe !== 'eligible-audience') {
    throw new UsageError(
      `--recipe must be eligible-audience, sales-analytics or one of ${GROWN_RECIPES.map(({ recipe }) => recipe).join(', ')}, not "${values.recipe}".`,
    );
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
    runs: wholeNumber(values.runs ?? '5', '--runs'),
    // npm runs scripts in the project's folder; a relative path is meant from where the user stands.
    data: values.data === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', values.data),
    growth: values.growth,
    sqlite,
    progress,
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
