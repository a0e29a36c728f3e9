import { Failure } from '../failure.ts';
import type { Output, Recipe } from '../recipe/recipe.ts';
import { count, identifier, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import type { RunTables } from './run-tables.ts';

/** The table of an output of a run; throws a Failure where the workspace keeps it of the last run alone, and that is another. */
export function keptOutput(db: ReadableDb, tables: RunTables, { name, title }: Output): string {
  const table = tables.output(name);
  if (isThere(db, table)) return table;
  throw new Failure(
    `Run ${tables.run} keeps ${title} no longer: only the last run does.`,
    'Look at the last run.',
  );
}

/** Takes away what earlier runs hold of outputs that the last run alone keeps. */
export function dropEarlierOutputs(db: WritableDb, { outputs }: Recipe, { run }: RunTables): void {
  for (const { name } of outputs.filter(({ kept }) => kept === 'last')) {
    const earlier = db
      .prepare<[string], string>("select name from main.sqlite_schema where type = 'table' and name glob ?")
      .pluck()
      .all(`run_[0-9]*_output_${name}`)
      .filter((table) => new RegExp(`^run_(?!${run}_)\\d+_output_${name}$`).test(table));
    for (const table of earlier) db.exec(`drop table main.${identifier(table)}`);
  }
}

function isThere(db: ReadableDb, table: string): boolean {
  return count(db, "select count(*) from main.sqlite_schema where type = 'table' and name = ?", table) > 0;
}
