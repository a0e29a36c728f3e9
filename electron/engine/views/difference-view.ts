import type { ViewOf } from '../../contract/views.ts';
import { differenceSql } from '../explain/compare-runs.ts';
import { storedRun } from '../explain/stored-run.ts';
import { identifiers, type ReadableDb } from '../workspace/database.ts';
import { entitiesWhere } from './entities-view.ts';
import type { ViewPlan } from './view-plan.ts';

/** Who came or left from one run to another: those who came as the later run has them, those who left as the earlier does. */
export function differenceView(db: ReadableDb, of: Extract<ViewOf, { kind: 'difference' }>): ViewPlan {
  const from = storedRun(db, of.from);
  const to = storedRun(db, of.to);
  const shown = of.which === 'came' ? to : from;
  const keys = differenceSql(from, to, of.which);
  return entitiesWhere(db, shown, [
    { sql: `(${identifiers(shown.recipe.key, 'entity')}) in (${keys})`, values: [] },
  ]);
}
