import { exposeFigures } from '../run/expose-figures.ts';
import { exposeQuarantined } from '../run/expose-quarantined.ts';
import { exposeHistory } from '../run/history.ts';
import { exposeSourceLoad } from '../run/source-load.ts';
import type { ReadableDb } from '../workspace/database.ts';
import type { StoredRun } from './stored-run.ts';

/** Lets queries name what stands beside the tables of a run that is kept: figures of its files, what is rejected, and what runs up to it left. */
export function exposeRemembered(db: ReadableDb, { recipe, sources, tables }: StoredRun): void {
  exposeFigures(db, sources);
  for (const source of recipe.sources) exposeQuarantined(db, source);
  // What is shown of a run counts its own rows, too.
  exposeHistory(db, recipe, tables.run + 1);
  exposeSourceLoad(db, tables.run);
}
