import { Failure } from '../failure.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { count, literal, type ReadableDb, type WritableDb } from '../workspace/database.ts';

/** The rows of a history that are taken out: whose they are. */
export interface TakenOut {
  readonly table: string;
  readonly run: number;
}

/** What of the histories is taken out, by table and run. */
export function historyOut(db: ReadableDb): readonly TakenOut[] {
  return db
    .prepare<[], TakenOut>('select table_name as "table", run from main.history_out order by table_name, run')
    .all();
}

/** The condition that rows of a history table are not taken out. */
export function isIn(table: string): string {
  return `run not in (select run from main.history_out where table_name = ${literal(table)})`;
}

/**
 * Takes the rows that a run left in a history out, so that no query sees them, or puts them back. Throws a Failure for a table that the
 * recipe has not. The caller holds the transaction.
 */
export function switchSnapshot(
  db: WritableDb,
  { id, history }: Recipe,
  { table, run }: TakenOut,
  out: boolean,
): void {
  if (!history.some((kept) => kept.table === table)) {
    throw new Failure(`The recipe ${id} keeps no history ${table}.`, 'Choose another.');
  }
  if (count(db, 'select count(*) from run where run = ?', run) === 0) {
    throw new Failure(`There is no run ${run} in this workspace.`, 'Choose another run.');
  }
  db.prepare(
    out
      ? 'insert or ignore into history_out (table_name, run) values (?, ?)'
      : 'delete from history_out where table_name = ? and run = ?',
  ).run(table, BigInt(run));
}

/** How what is taken out differs from what was, in sentences; only what runs before that number left counts. */
export function historyDifferences(
  then: readonly TakenOut[],
  now: readonly TakenOut[],
  before: number,
): readonly string[] {
  const without = (these: readonly TakenOut[], others: readonly TakenOut[]) =>
    these.filter(
      ({ table, run }) => run < before && !others.some((other) => other.table === table && other.run === run),
    );
  const sentence = ({ table, run }: TakenOut, what: string) =>
    `What run ${run} left in ${table} was ${what} since.`;
  return [
    ...without(now, then).map((each) => sentence(each, 'taken out')),
    ...without(then, now).map((each) => sentence(each, 'put back')),
  ];
}
