import type { ViewOf } from '../../contract/views.ts';
import { differenceSql } from '../explain/compare-runs.ts';
import { storedRun } from '../explain/stored-run.ts';
import { identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import { entitiesWhere } from './entities-view.ts';
import type { Condition, ViewPlan } from './view-plan.ts';

/** Who came or left from one run to another: those who came as the later run has them, those who left as the earlier does. */
export function differenceView(db: ReadableDb, of: Extract<ViewOf, { kind: 'difference' }>): ViewPlan {
  const from = storedRun(db, of.from);
  const to = storedRun(db, of.to);
  const shown = of.which === 'came' ? to : from;
  const other = of.which === 'came' ? from : to;
  const key = shown.recipe.key;
  const isOfThem = `(${identifiers(key, 'entity')}) in`;
  const where: Condition[] = [{ sql: `${isOfThem} (${differenceSql(from, to, of.which)})`, values: [] }];
  if (of.reason !== undefined) {
    const { population, ledger } = other.tables;
    const dropped = `select ${identifiers(key)}
      from main.${identifier(population)}
      join main.${identifier(ledger)} as fate using (entity)
      where fate.reason = ?`;
    where.push({ sql: `${isOfThem} (${dropped})`, values: [of.reason] });
  }
  return entitiesWhere(db, shown, where);
}
