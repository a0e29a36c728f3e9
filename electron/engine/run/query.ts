import type { Statement } from 'better-sqlite3';
import { errorCode, Failure } from '../failure.ts';
import type { Query, Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** The values that a run's queries bind, by parameter name. */
export type Bindings = Readonly<Record<string, string | bigint | null>>;

/** The names of the columns that a query returns. */
export function columnsOf(db: ReadableDb, query: Query): readonly string[] {
  return db
    .prepare(query.sql)
    .columns()
    .map(({ name }) => name);
}

/** Runs a statement that embeds a query of the recipe; an error of the query names its file. */
export function runEmbedded(
  db: ReadableDb,
  recipe: Recipe,
  query: Query,
  sql: string,
  bindings: Bindings,
  explain: (error: unknown) => Failure | undefined = () => undefined,
): void {
  try {
    db.prepare<[Bindings]>(sql).run(bindings);
  } catch (error) {
    throw explain(error) ?? explainQueryError(error, recipe, query);
  }
}

/** Prepares a query that returns rows, whole numbers exact. */
export function selectRows<Row>(db: ReadableDb, sql: string): Statement<[Bindings], Row> {
  return db.prepare<[Bindings], Row>(sql).safeIntegers();
}

/** Whether SQLite refused a row because its key is there already. */
export function isDuplicateKey(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE';
}

/** The failure for an error that a recipe's query causes while it runs; the system's own troubles stay what they are. */
export function explainQueryError(error: unknown, recipe: Recipe, query: Query): unknown {
  const code = errorCode(error);
  const isQuerys =
    code === 'SQLITE_ERROR' ||
    code.startsWith('SQLITE_CONSTRAINT') ||
    code === 'SQLITE_MISMATCH' ||
    code === 'SQLITE_TOOBIG';
  if (!isQuerys || !(error instanceof Error)) return error;
  if (error.message === 'integer overflow') {
    return new Failure(
      `${recipe.text.folder}/${query.file}: a sum is too large for 64 bits.`,
      'Look for amounts that cannot be right, and give the column bounds (least, most) in the recipe.',
      { cause: error },
    );
  }
  if (code === 'SQLITE_CONSTRAINT_NOTNULL') {
    // Its message names the column behind a table of ours.
    const column = error.message.split('.').at(-1);
    return new Failure(
      `${recipe.text.folder}/${query.file}: a row has no ${column}, which each must have.`,
      'Leave such rows out, or put a value in its place.',
      { cause: error },
    );
  }
  return new Failure(`${recipe.text.folder}/${query.file}: ${error.message}.`, 'Correct the query.', {
    cause: error,
  });
}
