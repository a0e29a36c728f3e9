import { Failure } from '../failure.ts';
import { listed } from '../recipe/place.ts';
import type { Recipe, Rule } from '../recipe/recipe.ts';
import { identifier, identifiers, type WritableDb } from '../workspace/database.ts';
import { type Bindings, isDuplicateKey, runEmbedded, selectRows } from './query.ts';
import { exposeLedger, type RunTables } from './run-tables.ts';

/** Writes the population: one row an entity, numbered in the order of the key. */
export function writePopulation(db: WritableDb, recipe: Recipe, tables: RunTables): void {
  const key = identifiers(recipe.key);
  const columns = recipe.key.map((column) => `${identifier(column)} any not null`).join(', ');
  db.exec(`
    create table ${identifier(tables.population)} (entity integer primary key, ${columns}, unique (${key})) strict;
    insert into ${identifier(tables.population)} (${key})
    select ${key} from ${identifier(tables.table(recipe.population))} order by ${key};
    create table ${identifier(tables.verdict)} (
      entity integer not null, rule integer not null, reason text not null, detail any, primary key (entity, rule)
    ) strict, without rowid;
    create table ${identifier(tables.ledger)} (
      entity integer primary key, mask integer not null, rule integer, reason text, detail any
    ) strict;
  `);
  exposeLedger(db, tables);
}

/** Asks a rule whom it excludes and writes its verdicts; keys that are not of the population are none of its business. */
export function applyRule(
  db: WritableDb,
  recipe: Recipe,
  rule: Rule,
  position: number,
  tables: RunTables,
  bindings: Bindings,
  reasons: readonly string[],
): void {
  const excluded = `(\n${rule.query.sql}\n) as excluded join ${identifier(tables.population)} as population using (${identifiers(recipe.key)})`;
  runEmbedded(
    db,
    recipe,
    rule.query,
    `insert into ${identifier(tables.verdict)} (entity, rule, reason, detail)
     select population.entity, ${position}, excluded.reason, excluded.detail from ${excluded}`,
    bindings,
    (error) => (isDuplicateKey(error) ? excludedTwice(db, recipe, rule, excluded, bindings) : undefined),
  );
  refuseUnknownReasons(db, recipe, rule, position, tables, reasons);
}

/** Writes the ledger: for each entity which rules exclude it, a bit each, and which of them first. */
export function writeLedger(db: WritableDb, tables: RunTables): void {
  // With a single min() SQLite takes the bare columns from the row that has it: https://sqlite.org/lang_select.html#bareagg
  db.exec(`
    insert into ${identifier(tables.ledger)} (entity, mask, rule, reason, detail)
    select entity, sum(1 << rule), min(rule), reason, detail
    from ${identifier(tables.verdict)}
    group by entity;
    insert into ${identifier(tables.ledger)} (entity, mask)
    select entity, 0 from survivor;
  `);
}

function excludedTwice(
  db: WritableDb,
  recipe: Recipe,
  rule: Rule,
  excluded: string,
  bindings: Bindings,
): Failure {
  const key = identifiers(recipe.key, 'population');
  const twice = selectRows<readonly unknown[]>(
    db,
    `select ${key} from ${excluded} group by population.entity having count(*) > 1 limit 1`,
  )
    .raw()
    .get(bindings);
  return new Failure(
    `${recipe.text.folder}/${rule.query.file}: rule ${rule.rule} excludes ${recipe.entity} ${twice?.join(', ')} more than once.`,
    'A rule gives an entity at most one reason: return one row a key.',
  );
}

function refuseUnknownReasons(
  db: WritableDb,
  recipe: Recipe,
  rule: Rule,
  position: number,
  tables: RunTables,
  declared: readonly string[],
): void {
  const given = db
    .prepare<[], string>(`select distinct reason from ${identifier(tables.verdict)} where rule = ${position}`)
    .pluck()
    .all();
  const unknown = given.find((reason) => !declared.includes(reason));
  if (unknown === undefined) return;
  throw new Failure(
    `${recipe.text.folder}/${rule.query.file}: rule ${rule.rule} gives the reason "${unknown}"; declared: ${listed(declared)}.`,
    "Add it to the rule's reasons, or correct the query.",
  );
}
