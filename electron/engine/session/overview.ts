import type { Overview } from '../../contract/workspaces.ts';
import { missingSources } from '../files/missing-sources.ts';
import { offersOf } from '../review/offers.ts';
import { runStateOf } from '../run/run-state.ts';
import { count, type ReadableDb } from '../workspace/database.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { recipeInfo } from './recipe-info.ts';

/** What the frame of a window shows of a workspace. */
export function overviewOf({ path, name, recipe, db }: OpenWorkspace): Overview {
  const missing = missingSources(db, recipe);
  return {
    workspace: path,
    name,
    path,
    recipe: recipeInfo(recipe),
    files: {
      loaded: count(db, 'select count(*) from import'),
      sources: recipe.sources.length,
      missing: missing.length,
      waiting: count(db, 'select count(*) from waiting_file'),
    },
    quarantine: quarantineFigures(db),
    run: runStateOf(db, recipe, missing),
    runs: count(db, 'select count(*) from run'),
    offers: offersOf(db, recipe).length,
  };
}

/** Records by what became of them in the quarantine. */
export function quarantineFigures(db: ReadableDb) {
  const rows = db
    .prepare<[], [state: string, records: number]>('select state, count(*) from quarantine group by state')
    .raw()
    .all();
  const of = (state: string) => rows.find(([each]) => each === state)?.[1] ?? 0;
  return { open: of('open'), setAside: of('set aside'), corrected: of('corrected') };
}
