import { createHash } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { PublishedTable, Recipe } from '../recipe/recipe.ts';
import { count, identifier, identifiers, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import { runRecord } from './run-record.ts';
import { runTables } from './run-tables.ts';
import { namedTogether } from './words.ts';

/** The workspace's table behind a published one: `run, as_of` and its columns, a row a row of a published run's output. */
export function publishedTable(table: string): string {
  return `run_published_${table}`;
}

/** Makes the tables of what published runs delivered; one that a changed recipe describes in another way is made anew from their outputs. */
export function preparePublished(db: WritableDb, recipe: Recipe): void {
  for (const published of recipe.published) {
    const name = publishedTable(published.table);
    const wanted = ['run', 'as_of', ...published.columns];
    const present = db.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(name);
    if (present.join() === wanted.join()) continue;
    const columns = published.columns.map((column) => `${identifier(column)} any`).join(', ');
    db.exec(`
      drop table if exists ${identifier(name)};
      create table ${identifier(name)} (run integer not null, as_of text not null, ${columns}) strict;
      create index ${identifier(`${name}_by_columns`)} on ${identifier(name)} (${identifiers(published.columns)}, as_of, run);
    `);
    for (const run of publishedRuns(db)) keepRows(db, published, run);
  }
}

/** Lets queries name what published runs delivered; with `before`, only what runs with a lower number did. */
export function exposePublished(db: ReadableDb, { published }: Recipe, before?: number): void {
  for (const { table } of published) {
    const name = identifier(table);
    const where = before === undefined ? '' : ` where run < ${before}`;
    db.exec(`drop view if exists temp.${name}`);
    db.exec(`create temp view ${name} as select * from main.${identifier(publishedTable(table))}${where}`);
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
export function unpublishRun(db: WritableDb, recipe: Recipe, run: number): void {
  if (runRecord(db, run).publishedAt === null) {
    throw new Failure(`Run ${run} is not published.`, 'Nothing is left to do.');
  }
  preparePublished(db, recipe);
  db.prepare('update run set published_at = null where run = ?').run(run);
  for (const { table } of recipe.published) {
    db.prepare(`delete from ${identifier(publishedTable(table))} where run = ?`).run(run);
  }
}

function keepRows(db: WritableDb, { table, output, columns }: PublishedTable, run: number): void {
  const from = runTables(run).output(output);
  const present = db.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(from);
  const missing = columns.find((column) => !present.includes(column));
  if (missing !== undefined) {
    throw new Failure(
      `Run ${run} is published, and its list ${output} has no column ${missing}, which ${table} has by now.`,
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
