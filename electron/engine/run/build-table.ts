import type { TableFigures } from '../../contract/reconciliation.ts';
import { Failure } from '../failure.ts';
import { stagingName } from '../ingest/staging.ts';
import type { Recipe, SourceTable } from '../recipe/recipe.ts';
import {
  count,
  exposeTable,
  identifier,
  identifiers,
  type ReadableDb,
  type WritableDb,
} from '../workspace/database.ts';
import { type Bindings, columnsOf, isDuplicateKey, runEmbedded } from './query.ts';
import type { RunTables } from './run-tables.ts';

/** Derives a table from its source; throws a Failure when its query returns two rows of a key that it has to be unique in. */
export function buildTable(
  db: WritableDb,
  recipe: Recipe,
  step: SourceTable,
  tables: RunTables,
  bindings: Bindings,
): void {
  const name = tables.table(step.table);
  const columns = columnsOf(db, step.query);
  const declared = columns.map((column) => {
    if (column === 'record') return 'record integer not null';
    return `${identifier(column)} any${step.key.includes(column) ? ' not null' : ''}`;
  });
  db.exec(
    `create table ${identifier(name)} (${declared.join(', ')}, primary key (${identifiers(step.key)})) strict, without rowid`,
  );
  const insert = `insert into ${identifier(name)} (${identifiers(columns)})\nselect * from (\n${step.query.sql}\n) where true`;
  const keep = step.latest === undefined ? '' : keepLatest(name, step.latest, columns, step.key);
  runEmbedded(db, recipe, step.query, `${insert}\n${keep}`, bindings, (error) =>
    isDuplicateKey(error) ? severalRows(recipe, step) : undefined,
  );
  exposeTable(db, step.table, name);
}

/** Keeps the row with the latest value; of equal ones the later record. An empty value is earlier than all. */
function keepLatest(
  table: string,
  latest: string,
  columns: readonly string[],
  key: readonly string[],
): string {
  const others = columns.filter((column) => !key.includes(column));
  const set = others.map((column) => `${identifier(column)} = excluded.${identifier(column)}`).join(', ');
  const rank = (row: string) => `(ifnull(${row}.${identifier(latest)}, -9e999), ${row}.record)`;
  return `on conflict do update set ${set}\nwhere ${rank('excluded')} > ${rank(identifier(table))}`;
}

function severalRows(recipe: Recipe, { query, key, table }: SourceTable): Failure {
  return new Failure(
    `${recipe.text.folder}/${query.file}: table ${table} has several rows of one ${key.join(', ')}.`,
    'Return one row a key, or name the column by which the latest is kept (latest: …).',
  );
}

/** Counts a table's rows and those of its source that it does not keep, each by itself, from what is written. */
export function tableFigures(db: ReadableDb, step: SourceTable, tables: RunTables): TableFigures {
  const table = identifier(tables.table(step.table));
  // Not by the view that queries see: asking for each row whether to stop would cost more than the count.
  const source = `main.${identifier(stagingName(step.from))}`;
  return {
    table: step.table,
    from: step.from,
    in: count(db, `select count(*) from ${source}`),
    out: count(db, `select count(*) from ${table}`),
    superseded: count(
      db,
      `select count(*) from (select record from ${source} except select record from ${table})`,
    ),
  };
}
