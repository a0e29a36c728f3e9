import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Api } from '../electron/contract/api.ts';
import type { Reconciliation } from '../electron/contract/reconciliation.ts';
import { parseRecipe } from '../electron/engine/recipe/parse-recipe.ts';
import { findRecipe, readRecipeFolder } from '../electron/engine/recipe/recipe-folder.ts';
import { runRecipe } from '../electron/engine/run/run-recipe.ts';
import { anEngine } from '../electron/engine/testing/an-engine.ts';
import { AS_OF } from './generator/cells.ts';
import { generate } from './generator/files.ts';
import { Random } from './generator/random.ts';
import { makeRows } from './generator/rows.ts';
import { correctAtRandom } from './support/correct-at-random.ts';
import { firstDifference } from './support/first-difference.ts';
import { PROJECT_FOLDER } from './support/run-muster.ts';
import { tempFolder } from './support/temp-folder.ts';
import { csvFiles, parseTables, type TextTable, tableOf } from './support/text-tables.ts';
import { type Content, writeFiles } from './support/write-files.ts';

const RECIPE = 'eligible-audience';
const SAMPLE = join(PROJECT_FOLDER, 'assets', 'samples', RECIPE);

/** What a run says and whom it delivers. */
interface Told {
  readonly figures: Omit<Reconciliation, 'warnings'>;
  readonly audience: string;
}

test.each(seeds(10))(
  'files added one by one in the app, in any order, give what the command line gives (seed %i)',
  async (seed) => {
    const random = new Random(seed);
    const { files, windowDays } = generate(random);
    const app = await anApp(files, random);
    expectSame(await runInApp(app, windowDays), await runAsCli(files, windowDays));
  },
);

test('the sample gives in the app what it gives on the command line', async () => {
  const files = sampleFiles();
  const app = await anApp(files, new Random(1));
  expectSame(await runInApp(app, 365), await runAsCli(files, 365));
});

test.each(seeds(4))(
  'records corrected in the app give what the files give that have the corrected texts (seed %i)',
  async (seed) => {
    const random = new Random(seed);
    await expectCorrectedAlike(random, messyTables(random));
  },
);

test('the sample, corrected in the app, gives what corrected files give', async () => {
  await expectCorrectedAlike(new Random(1), parseTables(sampleFiles()));
});

async function expectCorrectedAlike(random: Random, tables: readonly TextTable[]): Promise<void> {
  const app = await anApp(csvFiles(tables), random);
  const before = await runInApp(app, 365);
  expectSame(before, await runAsCli(csvFiles(tables), 365));
  const { tables: corrected, accepted } = await correctAtRandom(app, random, tables);
  const after = await runInApp(app, 365);
  expectSame(after, await runAsCli(csvFiles(corrected), 365));
  expect(acceptedOf(after)).toBe(acceptedOf(before) + accepted);
}

interface App {
  readonly api: Api;
  readonly workspace: string;
  readonly folder: string;
}

/** A new workspace of the app into which files are loaded, one by one. */
async function anApp(files: Readonly<Record<string, Content>>, random: Random): Promise<App> {
  const { api, logged } = anEngine();
  const folder = tempFolder();
  writeFiles(folder, files);
  const { workspace } = await api.workspaces.create({ recipe: RECIPE });
  for (const name of random.shuffle(Object.keys(files))) {
    await api.files.add({ workspace, files: [join(folder, name)] });
  }
  expect(logged).toEqual([]);
  return { api, workspace, folder };
}

async function runInApp({ api, workspace, folder }: App, windowDays: number): Promise<Told> {
  const params = { window_days: String(windowDays) };
  const { run } = await api.runs.start({ workspace, asOf: AS_OF, params });
  const { reconciliation } = await api.runs.get({ workspace, run });
  const { recipe } = await api.workspaces.overview({ workspace });
  const output = recipe.outputs.find(({ delivers }) => delivers);
  const columns = (output?.columns ?? []).map(({ name }) => ({ name, hashed: false }));
  const target = join(folder, `written-${run}.csv`);
  const written = { workspace, run, output: output?.name ?? '', format: 'csv', columns, target } as const;
  await api.exports.write(written);
  const { warnings: _, ...figures } = reconciliation;
  return { figures, audience: readFileSync(target, 'utf8') };
}

async function runAsCli(files: Readonly<Record<string, Content>>, windowDays: number): Promise<Told> {
  const folder = tempFolder();
  const [inFolder, outFolder] = [join(folder, 'in'), join(folder, 'out')];
  writeFiles(inFolder, files);
  const recipe = parseRecipe(readRecipeFolder(findRecipe(RECIPE, PROJECT_FOLDER)));
  const params = { window_days: windowDays };
  const { warnings: _, ...figures } = await runRecipe(
    { recipe, inFolder, outFolder, asOf: AS_OF, params },
    () => {},
  );
  return { figures, audience: readFileSync(join(outFolder, 'audience.csv'), 'utf8') };
}

function expectSame(app: Told, cli: Told): void {
  expect(app.figures).toEqual(cli.figures);
  expect(firstDifference(cli.audience, app.audience)).toBeUndefined();
}

function acceptedOf({ figures }: Told): number {
  return figures.sources.reduce((total, { accepted }) => total + accepted, 0);
}

function sampleFiles(): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(readdirSync(SAMPLE).map((name) => [name, readFileSync(join(SAMPLE, name))]));
}

/** Messy cells in plain files, of which some records lack a field; bookings come in two files. */
function messyTables(random: Random): readonly TextTable[] {
  const { bookings, ...others } = makeRows(random, { windowDays: 365, faults: 0.2 });
  const half = Math.ceil(bookings.length / 2);
  const tables = [
    tableOf('bookings_1.csv', 'bookings', bookings.slice(0, half)),
    tableOf('bookings_2.csv', 'bookings', bookings.slice(half)),
    ...Object.entries(others).map(([source, rows]) => tableOf(`${source}.csv`, source, rows)),
  ];
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => (random.chance(0.03) ? row.slice(0, -1) : row)),
  }));
}

function seeds(number: number): readonly number[] {
  return Array.from({ length: number }, (_, index) => index + 1);
}
