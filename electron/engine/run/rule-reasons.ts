import type { Recipe } from '../recipe/recipe.ts';
import { identifier, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import { type Bindings, runEmbedded } from './query.ts';
import type { RunTables } from './run-tables.ts';

/** Writes the reasons that stand in the data, a rule's in the order in which its query returns them. */
export function writeReasons(db: WritableDb, recipe: Recipe, tables: RunTables, bindings: Bindings): void {
  if (!recipe.rules.some(({ reasons }) => 'sql' in reasons)) return;
  const table = identifier(tables.reason);
  db.exec(
    `create table ${table} (rule integer not null, position integer primary key, reason text not null) strict`,
  );
  recipe.rules.forEach(({ reasons }, rule) => {
    if (!('sql' in reasons)) return;
    const insert = `insert into ${table} (rule, reason) select ${rule}, reason from (\n${reasons.sql}\n) where true`;
    runEmbedded(db, recipe, reasons, insert, bindings);
  });
}

/** The reasons that each rule of a run may give, in the order of its figures. */
export function ruleReasons(
  db: ReadableDb,
  { rules }: Recipe,
  tables: RunTables,
): readonly (readonly string[])[] {
  return rules.map(({ reasons }, rule) => ('sql' in reasons ? storedReasons(db, tables, rule) : reasons));
}

function storedReasons(db: ReadableDb, tables: RunTables, rule: number): readonly string[] {
  return db
    .prepare<[number], string>(
      `select reason from main.${identifier(tables.reason)} where rule = ? group by reason order by min(position)`,
    )
    .pluck()
    .all(rule);
}
