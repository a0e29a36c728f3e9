import type { Recipe } from '../recipe/recipe.ts';
import {
  exposeTable,
  identifier,
  type ReadableDb,
  stoppable,
  type WritableDb,
} from '../workspace/database.ts';

/** Names of the tables that one run writes. */
export interface RunTables {
  readonly run: number;
  /** One row an entity: `entity` and the key columns. */
  readonly population: string;
  /** One row an entity and a rule that excludes it: `entity, rule, reason, detail`. */
  readonly verdict: string;
  /** One row an entity: `entity, mask, rule, reason, detail`; rule and reason are those of the first rule, null for survivors. */
  readonly ledger: string;
  /** One row a reason of a rule whose reasons stand in the data: `rule, position, reason`. */
  readonly reason: string;
  table(name: string): string;
  output(name: string): string;
}

/** The tables of a run, by its number. */
export function runTables(run: number): RunTables {
  const prefix = `run_${run}_`;
  return {
    run,
    population: `${prefix}population`,
    verdict: `${prefix}verdict`,
    ledger: `${prefix}ledger`,
    // No table of a recipe has a name that begins with run_.
    reason: `${prefix}run_reason`,
    table: (name) => prefix + name,
    output: (name) => `${prefix}output_${name}`,
  };
}

/** Lets queries name the run's population, survivors, verdicts and ledger by their bare names. */
export function exposeLedger(db: ReadableDb, tables: RunTables): void {
  exposeTable(db, 'population', tables.population);
  exposeTable(db, 'verdict', tables.verdict);
  exposeTable(db, 'ledger', tables.ledger);
  db.exec(`
    drop view if exists temp.survivor;
    create temp view survivor as
    select * from main.${identifier(tables.population)}
    where ${stoppable(db, 'entity')} and entity not in (select entity from main.${identifier(tables.verdict)});
  `);
}

/** Takes all tables of a run away. */
export function dropRunTables(db: WritableDb, run: number): void {
  const names = db
    .prepare<[string], string>("select name from main.sqlite_schema where type = 'table' and name glob ?")
    .pluck()
    .all(`run_${run}_*`);
  for (const name of names) db.exec(`drop table main.${identifier(name)}`);
}

/** Lets queries name everything that a finished run wrote. */
export function exposeRun(db: ReadableDb, recipe: Recipe, tables: RunTables): void {
  for (const { table } of recipe.tables) exposeTable(db, table, tables.table(table));
  for (const { name } of recipe.outputs) exposeTable(db, name, tables.output(name));
  exposeLedger(db, tables);
}
