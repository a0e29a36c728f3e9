import { join } from 'node:path';
import type { ParameterValue, Reconciliation } from '../../contract/reconciliation.ts';
import { loadSources } from '../ingest/load-sources.ts';
import { exposeSource } from '../ingest/staging.ts';
import { bindings } from '../recipe/parameters.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { executeRun, type FinishedRun, type RunRequest } from '../run/execute-run.ts';
import { type RunOptions, runRecipe } from '../run/run-recipe.ts';
import type { WritableDb } from '../workspace/database.ts';
import { aWorkspace } from './a-workspace.ts';
import { type FileTexts, readTexts } from './file-texts.ts';
import { tempFolder } from './temp-folder.ts';

/** The day on which tests look at their data. */
export const AS_OF = '2026-11-20';

const silent = () => {};

/** A temporary workspace into which these files are loaded, ready for the recipe's tables; gone when the test ends. */
export async function aLoadedWorkspace(recipe: Recipe, files: FileTexts): Promise<WritableDb> {
  const { db } = aWorkspace();
  await loadSources(db, recipe, tempFolder(files), silent);
  for (const source of recipe.sources) exposeSource(db, source);
  return db;
}

/** What a run over a loaded workspace is asked for. */
export function aRequest(recipe: Recipe, params: Readonly<Record<string, ParameterValue>> = {}): RunRequest {
  return { recipe, asOf: AS_OF, params, bindings: bindings(recipe, AS_OF, params), warnings: [] };
}

/** Runs a recipe over these files without writing any: what it found, and where. */
export async function anExecutedRun(
  recipe: Recipe,
  files: FileTexts,
): Promise<FinishedRun & { readonly db: WritableDb }> {
  const db = await aLoadedWorkspace(recipe, files);
  return { db, ...executeRun(db, aRequest(recipe), silent) };
}

/** Runs a recipe over these files as the command line does; answers with every file that it wrote. */
export async function aRun(
  recipe: Recipe,
  files: FileTexts,
  options: Partial<Pick<RunOptions, 'workspace' | 'asOf' | 'params' | 'without'>> = {},
): Promise<{ readonly reconciliation: Reconciliation; readonly written: FileTexts }> {
  const outFolder = join(tempFolder(), 'out');
  const reconciliation = await runRecipe(
    { recipe, inFolder: tempFolder(files), outFolder, asOf: AS_OF, params: {}, ...options },
    silent,
  );
  return { reconciliation, written: readTexts(outFolder) };
}
