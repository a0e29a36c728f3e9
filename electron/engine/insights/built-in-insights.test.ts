import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { keyTexts } from '../explain/key-texts.ts';
import type { Value } from '../explain/readable.ts';
import type { ReaderContext } from '../jobs/job.ts';
import { resultJobs } from '../jobs/result-jobs.ts';
import { SAMPLES_FOLDER } from '../paths.ts';
import { expose, exposedTables } from '../queries/exposed-tables.ts';
import { markParameters } from '../recipe/mark-parameters.ts';
import { resolveParams } from '../recipe/parameters.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { InsightStep } from '../recipe/recipe.ts';
import { builtInRecipes, readRecipeFolder } from '../recipe/recipe-folder.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { AS_OF } from '../testing/a-run.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { CancelFlag, guardReads } from '../workspace/cancel.ts';
import { identifier, identifiers } from '../workspace/database.ts';
import { openWorkspaceForReading } from '../workspace/workspace.ts';
import { insightRecordsQuery } from './insight-records.ts';

const DAY_BEFORE = '2026-11-19';

/** Marks of a chart whose records are counted. */
const MARKS = 20;
/** About so many entities of whom the profile is asked. */
const ENTITIES = 50;

test.each(builtInRecipes().map((folder) => [basename(folder), folder]))(
  'each chart of %s has data over the sample, and behind a mark stand as many records as it says, or records that come to it; each of its profile has rows of somebody',
  async (id, folder) => {
    const recipe = parseRecipe(readRecipeFolder(folder));
    const [path, outFolder] = [join(tempFolder(), 'w.muster'), join(tempFolder(), 'out')];
    const inFolder = join(SAMPLES_FOLDER, id);
    const params = resolveParams(recipe, new Map());
    const request = { recipe, inFolder, outFolder, asOf: AS_OF, params, workspace: path };
    // What is compared with earlier runs needs one, and one that is unlike it.
    const without = recipe.sources.slice(-2).map(({ name }) => name);
    if (recipe.history.length > 0) await runRecipe({ ...request, asOf: DAY_BEFORE, without }, () => {});
    await runRecipe(request, () => {});
    const db = openWorkspaceForReading(path);
    const cancel = new CancelFlag();
    guardReads(db, cancel);
    const reader = { db, path, recipe, cancel, onProgress: () => {} };
    for (const step of recipe.insights) {
      const { insight, records } = step;
      const { columns, rows } = resultJobs.insight(reader, { insight });
      expect(rows.length).toBeGreaterThan(step.chart === 'fields' ? 0 : 1);
      const count = countOf(step);
      if (!records) continue;
      const marks = rows.slice(-MARKS);
      let opening = 0;
      for (const row of marks) {
        const text = (column: string) => {
          const value = row[columns.indexOf(column)] ?? null;
          return value === null ? null : String(value);
        };
        const named = [...markParameters(step)].map(([name, column]) => [name, text(column)]);
        const values = Object.fromEntries(named) as Readonly<Record<string, string | null>>;
        const opened = resultJobs.insightRecords(reader, { insight, values });
        if (opened.rows > 0) opening++;
        if (count === undefined) continue;
        const behind = sumBehind(reader, step, values, count) ?? opened.rows;
        expect([insight, values, behind]).toEqual([insight, values, Number(text(count))]);
      }
      // Where no figure says how many there are, there are some behind most of the rows.
      const isList = step.chart === 'table' || step.chart === 'cards';
      if (isList) expect([insight, opening > marks.length / 2]).toEqual([insight, true]);
    }
    const keys = someKeys(reader);
    for (const { insight } of recipe.profile) {
      const drawn = keys.filter((key) => resultJobs.profileInsight(reader, { insight, key }).rows.length > 0);
      expect([insight, drawn.length > 0]).toEqual([insight, true]);
    }
    db.close();
  },
);

/** Keys of entities from all over the last run's population, as a person reads them. */
function someKeys({ db, recipe }: ReaderContext): readonly (readonly string[])[] {
  expose(db, exposedTables(db, recipe));
  const rows = db
    .prepare<unknown[], Value[]>(
      `select ${identifiers(recipe.key)} from population where entity % ((select count(*) from population) / ${ENTITIES} + 1) = 0`,
    )
    .raw()
    .safeIntegers()
    .all();
  return keyTexts(recipe, rows);
}

/** The sum of a figure over the records behind a mark; undefined where they do not have it, as each of them is one. */
function sumBehind(
  { db, recipe }: ReaderContext,
  { insight }: InsightStep,
  values: Readonly<Record<string, string | null>>,
  figure: string,
): number | undefined {
  const { query, bindings } = insightRecordsQuery(recipe, insight, values);
  const run = exposedTables(db, recipe).run?.bindings;
  const names = db
    .prepare(query.sql)
    .columns()
    .map(({ name }) => name);
  if (!names.includes(figure)) return undefined;
  const sql = `select sum(${identifier(figure)}) from (${query.sql})`;
  return db
    .prepare<[object], number>(sql)
    .pluck()
    .get({ ...run, ...bindings });
}

/** The column that says how many records are behind a mark; undefined where none counts them. */
function countOf(step: InsightStep): string | undefined {
  const [count] = step.chart === 'heat map' ? [step.value] : 'y' in step ? [step.y] : [];
  return count?.format === 'number' ? count.column : undefined;
}
