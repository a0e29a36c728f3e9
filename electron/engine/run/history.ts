import type { HistoryTable, Recipe } from '../recipe/recipe.ts';
import { count, identifier, identifiers, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import { isIn } from './history-out.ts';
import { runTables } from './run-tables.ts';

/** The columns that every history table has of itself. */
export const HISTORY_COLUMNS = ['run', 'as_of'] as const;

/** The workspace's table behind a history table; no table of a recipe has a name that begins with run_. */
export function keptTable(table: string): string {
  return `run_history_${table}`;
}

/** Keeps the rows of a run's outputs for later runs. The caller holds the transaction. */
export function keepHistory(db: WritableDb, recipe: Recipe, run: number, asOf: string): void {
  for (const kept of recipe.history) {
    prepare(db, recipe, kept);
    const name = identifier(keptTable(kept.table));
    if (kept.by === 'as_of') db.prepare(`delete from main.${name} where as_of = ?`).run(asOf);
    const columns = identifiers(keptColumns(recipe, kept));
    db.prepare(
      `insert into main.${name} (run, as_of, ${columns})
       select ?, ?, ${columns} from main.${identifier(runTables(run).output(kept.output))} order by _rowid_`,
    ).run(BigInt(run), asOf);
  }
}

/**
 * Lets queries name what runs with a lower number left. A column that the recipe had not when a run left its rows is null there.
 */
export function exposeHistory(db: ReadableDb, recipe: Recipe, before: number): void {
  for (const kept of recipe.history) {
    const name = identifier(kept.table);
    const present = presentColumns(db, kept);
    const columns = [...HISTORY_COLUMNS, ...keptColumns(recipe, kept)].map((column) =>
      present.has(column) ? identifier(column) : `null as ${identifier(column)}`,
    );
    const rows =
      present.size > 0
        ? `from main.${identifier(keptTable(kept.table))} where run < ${before} and ${isIn(kept.table)}`
        : 'where false';
    db.exec(`drop view if exists temp.${name}`);
    db.exec(`create temp view ${name} as select ${columns.join(', ')} ${rows}`);
  }
}

/** What a run knew of earlier ones, as its manifest names it. */
export interface HistorySeal {
  readonly table: string;
  readonly runs: number;
  readonly rows: number;
}

/** How many rows of how many earlier runs a run of that number saw; empty without any. To be asked before the run keeps its own. */
export function historySeals(db: ReadableDb, recipe: Recipe): readonly HistorySeal[] {
  return recipe.history.flatMap(({ table }) => {
    const rows = count(db, `select count(*) from ${identifier(table)}`);
    return rows === 0
      ? []
      : [{ table, runs: count(db, `select count(distinct run) from ${identifier(table)}`), rows }];
  });
}

/** Makes the table, or gives it the columns that the output has got since. */
function prepare(db: WritableDb, recipe: Recipe, kept: HistoryTable): void {
  const name = identifier(keptTable(kept.table));
  const columns = keptColumns(recipe, kept);
  const present = presentColumns(db, kept);
  if (present.size === 0) {
    const own = columns.map((column) => `${identifier(column)} any`).join(', ');
    db.exec(`create table main.${name} (run integer not null, as_of text not null, ${own}) strict`);
    const order = kept.by === 'as_of' ? 'as_of' : 'run';
    db.exec(`create index main.${identifier(`${keptTable(kept.table)}_by_${order}`)} on ${name} (${order})`);
    return;
  }
  for (const column of columns) {
    if (!present.has(column)) db.exec(`alter table main.${name} add column ${identifier(column)} any`);
  }
}

/** The columns of the output whose rows a history table keeps. */
export function keptColumns({ outputs }: Recipe, { output }: HistoryTable): readonly string[] {
  return outputs.find(({ name }) => name === output)?.columns.map(({ name }) => name) ?? [];
}

function presentColumns(db: ReadableDb, { table }: HistoryTable): ReadonlySet<string> {
  return new Set(
    db
      .prepare<[string], string>("select name from pragma_table_info(?, 'main')")
      .pluck()
      .all(keptTable(table)),
  );
}
