import { Failure } from '../failure.ts';
import type { Recipe, TableStep } from '../recipe/recipe.ts';
import { exposeTable, identifier, identifiers, type WritableDb } from '../workspace/database.ts';
import { MOST_NAMED } from './first-rows.ts';
import { type Bindings, columnsOf, isDuplicateKey, runEmbedded, selectRows } from './query.ts';
import type { RunTables } from './run-tables.ts';
import { whole } from './words.ts';

/** Writes the rows of a table that is made of other tables, one a key; throws a Failure that names keys with several. */
export function createKeyed(
  db: WritableDb,
  recipe: Recipe,
  step: TableStep,
  tables: RunTables,
  bindings: Bindings,
): void {
  const name = tables.table(step.table);
  const columns = columnsOf(db, step.query);
  const declared = columns.map((column) => {
    return `${identifier(column)} any${step.key.includes(column) ? ' not null' : ''}`;
  });
  db.exec(
    `create table ${identifier(name)} (${declared.join(', ')}, primary key (${identifiers(step.key)})) strict, without rowid`,
  );
  const insert = `insert into ${identifier(name)} (${identifiers(columns)})\n${step.query.sql}`;
  runEmbedded(db, recipe, step.query, insert, bindings, (error) =>
    isDuplicateKey(error) ? multiplied(db, recipe, step, bindings) : undefined,
  );
  exposeTable(db, step.table, name);
}

function multiplied(db: WritableDb, recipe: Recipe, step: TableStep, bindings: Bindings): Failure {
  const key = identifiers(step.key);
  // The count first: so it is meant by its name, also where a column of the key is called copies.
  const several = `select count(*) as copies, ${key} from (\n${step.query.sql}\n) group by ${key} having count(*) > 1`;
  const [keys = 0n, extra = 0n] =
    selectRows<bigint[]>(db, `select count(*), sum(copies - 1) from (${several})`).raw().get(bindings) ?? [];
  const first = selectRows<unknown[]>(db, `${several} order by ${key} limit ${MOST_NAMED}`)
    .raw()
    .all(bindings);
  const named = first.map((row) => `${row.slice(1).join(', ')} (${String(row[0])} rows)`);
  return new Failure(
    `${recipe.text.folder}/${step.query.file}: table ${step.table} has several rows of ${whole(Number(keys))} ${step.key.join(', ')}, ${whole(Number(extra))} too many: ${named.join('; ')}.`,
    'Join to one row a key, or let the key name a row.',
  );
}
