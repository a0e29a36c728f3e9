import { createHash } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { PublishedTable, Recipe } from '../recipe/recipe.ts';
import { count, identifier, identifiers, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import { runRecord } from './run-record.ts';
import { runTables } from './run-tables.ts';
import { namedTogether } from './words.ts';

/** The workspace's tables that hold rows of published runs have names that begin so. */
const PREFIX = 'run_published_';

/** The workspace's table behind a published one: `run, as_of` and its columns, a row a row of a published run's output. */
export function publishedTable(table: string): string {
  return PREFIX + table;
}

/**
 * Makes the tables of what published runs delivered, from their outputs. What the recipe describes in another way by now, or no more, goes:
 * the tables that stay hold every published run, and no other.
 */
export function preparePublished(db: WritableDb, recipe: Recipe): void {
  const wanted = new Set(recipe.published.map(definitionOf));
  for (const { name, sql } of keptTables(db)) {
    if (!wanted.has(sql)) db.exec(`drop table main.${identifier(name)}`);
  }
  for (const published of recipe.published) {
    if (isKept(db, published)) continue;
    const name = publishedTable(published.table);
    db.exec(definitionOf(published));
    db.exec(
      `create index ${identifier(`${name}_by_columns`)} on ${identifier(name)} (${identifiers(published.columns)}, as_of, run)`,
    );
    for (const run of publishedRuns(db)) keepRows(db, published, run);
  }
}

/** The table's definition, as SQLite keeps it; it names the output, from which the rows are. */
function definitionOf({ table, output, columns }: PublishedTable): string {
  const own = columns.map((column) => `${identifier(column)} any`).join(', ');
  return `CREATE TABLE ${identifier(publishedTable(table))} (/* ${output} */ run integer not null, as_of text not null, ${own}) strict`;
}

function keptTables(db: ReadableDb): readonly { readonly name: string; readonly sql: string }[] {
  return db
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from main.sqlite_schema where type = 'table' and name glob '${PREFIX}*'`,
    )
    .all();
}

function isKept(db: ReadableDb, published: PublishedTable): boolean {
  return keptTables(db).some(({ sql }) => sql === definitionOf(published));
}

/**
 * Lets queries name what published runs with a lower number delivered. A table that the recipe as it was at a run describes in another way
 * than the one by which rows are kept now is empty.
 */
export function exposePublished(db: ReadableDb, recipe: Recipe, before: number): void {
  for (const published of recipe.published) {
    const name = identifier(published.table);
    const none = ['run', 'as_of', ...published.columns].map((column) => `null as ${identifier(column)}`);
    const rows = isKept(db, published)
      ? `select * from main.${identifier(publishedTable(published.table))} where run < ${before}`
      : `select ${none.join(', ')} where false`;
    db.exec(`drop view if exists temp.${name}`);
    db.exec(`create temp view ${name} as ${rows}`);
  }
}

/** The numbers of the published runs, rising. */
export function publishedRuns(db: ReadableDb): readonly number[] {
  return db
    .prepare<[], number>('select run from run where published_at is not null order by run')
    .pluck()
    .all();
}

/**
 * Publishes a run: later runs know what it delivered. Returns how many entities that are; throws a Failure for a run that does not
 * balance, one that is published already, and where the recipe publishes nothing. The caller holds the transaction.
 */
export function publishRun(db: WritableDb, recipe: Recipe, run: number): number {
  const record = runRecord(db, run);
  if (recipe.published.length === 0) {
    throw new Failure(`The recipe ${recipe.id} publishes nothing.`, 'Export its lists instead.');
  }
  if (!record.reconciliation.balanced) {
    throw new Failure(
      `Run ${run} does not balance, so it cannot be published.`,
      'Find out why under Funnel.',
    );
  }
  if (record.publishedAt !== null)
    throw new Failure(`Run ${run} is published already.`, 'Nothing is left to do.');
  preparePublished(db, recipe);
  db.prepare('update run set published_at = ? where run = ?').run(new Date().toISOString(), run);
  for (const published of recipe.published) keepRows(db, published, run);
  return record.reconciliation.outcome.delivered;
}

/** Takes a publication back; throws a Failure for a run that is not published. The caller holds the transaction. */
export function unpublishRun(db: WritableDb, run: number): void {
  if (runRecord(db, run).publishedAt === null) {
    throw new Failure(`Run ${run} is not published.`, 'Nothing is left to do.');
  }
  db.prepare('update run set published_at = null where run = ?').run(run);
  // From all that are there, also those that a changed recipe describes no more: it may again.
  for (const { name } of keptTables(db)) {
    db.prepare(`delete from main.${identifier(name)} where run = ?`).run(run);
  }
}

function keepRows(db: WritableDb, { table, output, columns }: PublishedTable, run: number): void {
  const from = runTables(run).output(output);
  const present = db.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(from);
  const missing = columns.find((column) => !present.includes(column));
  if (missing !== undefined) {
    const what =
      present.length === 0 ? `has no list ${output}` : `its list ${output} has no column ${missing}`;
    throw new Failure(
      `Run ${run} is published, and ${what}, of which ${table} is made by now.`,
      'Take its publication back under Runs, or bring the recipe back to what it was.',
    );
  }
  db.prepare(
    `insert into ${identifier(publishedTable(table))} (run, as_of, ${identifiers(columns)})
     select run.run, run.as_of, ${identifiers(columns, 'delivered')}
     from main.${identifier(from)} as delivered
     cross join main.run as run
     where run.run = ?`,
  ).run(run);
}

/** What a run knew of published ones, as its manifest names it. */
export interface PublishedSeal {
  readonly table: string;
  readonly runs: number;
  readonly rows: number;
  /** Lower-case hex, over the rows without the runs' numbers. */
  readonly sha256: string;
}

/** How many rows of published runs a run of that number saw, and a hash over them; empty without any. */
export function publishedSeals(
  db: ReadableDb,
  { published }: Recipe,
  before: number,
): readonly PublishedSeal[] {
  return published.flatMap(({ table, columns }): readonly PublishedSeal[] => {
    const stored = `main.${identifier(publishedTable(table))}`;
    const runs = count(db, `select count(distinct run) from ${stored} where run < ?`, before);
    if (runs === 0) return [];
    const rows = db
      .prepare<[number], unknown[]>(
        `select ${identifiers(columns)}, as_of from ${stored} where run < ? order by ${identifiers(columns)}, as_of`,
      )
      .raw()
      .safeIntegers();
    const hash = createHash('sha256');
    let seen = 0;
    for (const row of rows.iterate(before)) {
      hash.update(`${JSON.stringify(row.map(String))}\n`);
      seen++;
    }
    return [{ table, runs, rows: seen, sha256: hash.digest('hex') }];
  });
}

/** How the published runs differ from those that a run knew, in sentences; the run itself counts for nothing. */
export function publishedDifferences(
  then: readonly number[],
  now: readonly number[],
  own?: number,
): readonly string[] {
  const sentence = (runs: readonly number[], one: string, many: string) => {
    const named = namedTogether(runs.map(String));
    if (runs.length === 0) return [];
    return [runs.length === 1 ? `Run ${named} ${one}.` : `Runs ${named} ${many}.`];
  };
  return [
    ...sentence(
      now.filter((run) => run !== own && !then.includes(run)),
      'was published since',
      'were published since',
    ),
    ...sentence(
      then.filter((run) => !now.includes(run)),
      'is no longer published',
      'are no longer published',
    ),
  ];
}
