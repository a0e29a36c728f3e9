import { Failure } from '../failure.ts';
import type { Output, Recipe } from '../recipe/recipe.ts';
import { hasTable, identifier, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import { type RunTables, runTables } from './run-tables.ts';

/** The table of an output of a run; throws a Failure where the workspace keeps it of the last run alone, and that is another. */
export function keptOutput(db: ReadableDb, tables: RunTables, { name, title }: Output): string {
  const table = tables.output(name);
  if (hasTable(db, table)) return table;
  throw new Failure(
    `Run ${tables.run} keeps ${title} no longer: only the last run does.`,
    'Look at the last run.',
  );
}

/** Takes away what earlier runs hold of outputs that the last run alone keeps. */
export function dropEarlierOutputs(db: WritableDb, { outputs }: Recipe, { run }: RunTables): void {
  const passing = outputs.filter(({ kept }) => kept === 'last');
  if (passing.length === 0) return;
  const earlier = db.prepare<[number], number>('select run from run where run < ?').pluck().all(run);
  for (const tables of earlier.map(runTables)) {
    for (const { name } of passing) db.exec(`drop table if exists main.${identifier(tables.output(name))}`);
  }
}
