import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { resultJobs } from '../jobs/result-jobs.ts';
import { SAMPLES_FOLDER } from '../paths.ts';
import { markParameters } from '../recipe/mark-parameters.ts';
import { resolveParams } from '../recipe/parameters.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { InsightStep } from '../recipe/recipe.ts';
import { builtInRecipes, readRecipeFolder } from '../recipe/recipe-folder.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { AS_OF } from '../testing/a-run.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { CancelFlag, guardReads } from '../workspace/cancel.ts';
import { openWorkspaceForReading } from '../workspace/workspace.ts';

/** Marks of a chart whose records are counted. */
const MARKS = 20;

test.each(builtInRecipes().map((folder) => [basename(folder), folder]))(
  'each chart of %s has data over the sample, and behind a mark stand as many records as it says',
  async (id, folder) => {
    const recipe = parseRecipe(readRecipeFolder(folder));
    const [path, outFolder] = [join(tempFolder(), 'w.muster'), join(tempFolder(), 'out')];
    const inFolder = join(SAMPLES_FOLDER, id);
    const params = resolveParams(recipe, new Map());
    await runRecipe({ recipe, inFolder, outFolder, asOf: AS_OF, params, workspace: path }, () => {});
    const db = openWorkspaceForReading(path);
    const cancel = new CancelFlag();
    guardReads(db, cancel);
    const reader = { db, path, recipe, cancel, onProgress: () => {} };
    for (const step of recipe.insights) {
      const { insight, records } = step;
      const { columns, rows } = resultJobs.insight(reader, { insight });
      expect(rows.length).toBeGreaterThan(1);
      const count = countOf(step);
      if (!records) continue;
      for (const row of rows.slice(-MARKS)) {
        const text = (column: string) => {
          const value = row[columns.indexOf(column)] ?? null;
          return value === null ? null : String(value);
        };
        const named = [...markParameters(step)].map(([name, column]) => [name, text(column)]);
        const values = Object.fromEntries(named) as Readonly<Record<string, string | null>>;
        const opened = resultJobs.insightRecords(reader, { insight, values });
        const expected = count === undefined ? opened.rows : Number(text(count));
        expect([insight, values, opened.rows]).toEqual([insight, values, expected]);
      }
    }
    db.close();
  },
);

/** The column that says how many records are behind a mark; undefined where none counts them. */
function countOf(step: InsightStep): string | undefined {
  const [count] = step.chart === 'heat map' ? [step.value] : 'y' in step ? [step.y] : [];
  return count?.format === 'number' ? count.column : undefined;
}
