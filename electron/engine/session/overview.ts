import type { Overview, QuarantineFigures } from '../../contract/workspaces.ts';
import { missingSources } from '../files/missing-sources.ts';
import { offersOf } from '../review/offers.ts';
import { runStateOf } from '../run/run-state.ts';
import { count, type ReadableDb } from '../workspace/database.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { recipeInfo } from './recipe-info.ts';

/** What the frame of a window shows of a workspace. */
export function overviewOf({ path, name, recipe, db, listeners }: OpenWorkspace): Overview {
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
    changes: listeners.changes,
  };
}

/** Records by what became of them in the quarantine; those that are open are all that are rejected but those set aside. */
export function quarantineFigures(db: ReadableDb): QuarantineFigures {
  // The first condition names the index that holds the few records that are not open.
  const ofState = "select count(*) from quarantine where state <> 'open' and state = ?";
  const setAside = count(db, ofState, 'set aside');
  const rejected = count(db, 'select coalesce(sum(rejected), 0) from import');
  return { open: rejected - setAside, setAside, corrected: count(db, ofState, 'corrected') };
}
