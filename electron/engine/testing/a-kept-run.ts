import { join } from 'node:path';
import type { Params } from '../../contract/workspaces.ts';
import { loadSources } from '../ingest/load-sources.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { runLoaded } from '../run/run-loaded.ts';
import { inTransaction, type Workspace } from '../workspace/workspace.ts';
import { AS_OF } from './a-run.ts';
import { aKeptWorkspace } from './a-workspace.ts';
import type { FileTexts } from './file-texts.ts';
import { tempFolder } from './temp-folder.ts';

const silent = () => {};

/** A workspace that is kept in a file, with these files loaded; closed when the test ends. */
export async function aKeptLoadedWorkspace(recipe: Recipe, files: FileTexts): Promise<Workspace> {
  const workspace = aKeptWorkspace(join(tempFolder(), 'w.muster'));
  await loadInto(workspace, recipe, files);
  return workspace;
}

/** Makes these the files that a workspace has loaded. */
export async function loadInto(workspace: Workspace, recipe: Recipe, files: FileTexts): Promise<void> {
  await inTransaction(workspace, () => loadSources(workspace.db, recipe, tempFolder(files), silent));
}

/** Runs a recipe over what is loaded and keeps the run; its number. */
export async function aKeptRun(
  workspace: Workspace,
  recipe: Recipe,
  { asOf = AS_OF, params = {} }: { readonly asOf?: string; readonly params?: Params } = {},
): Promise<number> {
  return (await runLoaded(workspace, { recipe, asOf, params }, silent)).tables.run;
}

/** An act on the quarantine, for what a run says of corrections: the row alone, nothing is corrected by it. */
export function aCorrection(
  { db }: Workspace,
  correction: { readonly newText: string; readonly kind?: string; readonly active?: boolean },
): number {
  const { newText, kind = 'cell', active = true } = correction;
  return Number(
    db
      .prepare(
        `insert into correction (act, made_at, kind, source, sha256, file, line, column_name, code, old_text, new_text, active)
         select 1, '2026-11-20T10:00:00.000Z', ?, source, sha256, file, 2, 'score', 'not_a_number', 'x', ?, ?
         from import order by import limit 1`,
      )
      .run(kind, newText, active ? 1 : 0).lastInsertRowid,
  );
}
