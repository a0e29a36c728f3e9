import type { HistoryInfo, HistorySnapshot } from '../../contract/runs.ts';
import type { HistoryTable, Recipe } from '../recipe/recipe.ts';
import { hasTable, identifier, type ReadableDb } from '../workspace/database.ts';
import { keptTable } from './history.ts';

/** What the histories of a recipe keep in a workspace: whose rows, of which day, and how many. */
export function historySnapshots(db: ReadableDb, { history }: Recipe): readonly HistoryInfo[] {
  return history.map((kept) => ({
    table: kept.table,
    output: kept.output,
    by: kept.by,
    snapshots: snapshotsOf(db, kept),
  }));
}

function snapshotsOf(db: ReadableDb, { table, by }: HistoryTable): readonly HistorySnapshot[] {
  if (!hasTable(db, keptTable(table))) return [];
  const name = `main.${identifier(keptTable(table))}`;
  // Each is counted over the index that the table has.
  const counted =
    by === 'as_of'
      ? `select (select run from ${name} as first where first.as_of = kept.as_of limit 1) as run, as_of, count(*) as rows
         from ${name} as kept group by as_of`
      : `select kept.run, run.as_of, kept.rows
         from (select run, count(*) as rows from ${name} group by run) as kept
         join main.run as run on run.run = kept.run`;
  return db
    .prepare<[string], Omit<HistorySnapshot, 'out'> & { readonly out: number }>(
      `select run, as_of as asOf, rows,
         exists (select 1 from main.history_out where table_name = ? and history_out.run = counted.run) as out
       from (${counted}) as counted
       order by as_of, run`,
    )
    .all(table)
    .map((snapshot) => ({ ...snapshot, out: snapshot.out === 1 }));
}
