import Database from 'better-sqlite3';
import { isGuarded } from './cancel.ts';
import { addExactFunctions } from './exact-functions.ts';

declare const access: unique symbol;

/** A connection that may only read. */
export type ReadableDb = Database.Database & { readonly [access]?: 'read' | 'write' };

/** The one connection that may write. */
export type WritableDb = Database.Database & { readonly [access]: 'write' };

/** How a database file is used: `kept` survives a crash, `temporary` is thrown away after the run. */
export type Durability = 'kept' | 'temporary';

/** Opens the writing connection; waits up to three seconds for another writer. */
export function openForWriting(path: string, durability: Durability): WritableDb {
  const db = new Database(path, { timeout: 3000 }) as WritableDb;
  if (durability === 'kept') {
    // Changing the mode does not wait for another writer; beginning a transaction does.
    db.exec('begin immediate; rollback');
    db.pragma('journal_mode = wal');
    db.pragma('synchronous = normal');
  } else {
    db.pragma('journal_mode = off');
    db.pragma('synchronous = off');
    db.pragma('locking_mode = exclusive');
  }
  applyLimits(db);
  return db;
}

/** Opens a reading connection to a file that exists. */
export function openForReading(path: string): ReadableDb {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 3000 }) as ReadableDb;
  applyLimits(db);
  return db;
}

/** Opens an empty database in memory, to check SQL against. */
export function openScratch(): WritableDb {
  const db = new Database(':memory:') as WritableDb;
  addFunctions(db);
  return db;
}

/** The SQL function that brings a text into small letters, of every script. */
export const FOLD_FUNCTION = 'fold_text';

function addFunctions(db: Database.Database): void {
  db.function(FOLD_FUNCTION, { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? text.toLowerCase() : text,
  );
  addExactFunctions(db);
}

function applyLimits(db: Database.Database): void {
  // Negative: KiB. Large enough for the tables that a run joins, small enough to keep memory flat.
  db.pragma('cache_size = -16384');
  db.pragma('temp_store = file');
  db.pragma('foreign_keys = on');
  db.pragma('trusted_schema = off');
  addFunctions(db);
}

/** A name as an SQL identifier: the only way a name from a file or a recipe gets into SQL. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL, for where nothing can be bound, as in a view. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Names as a comma-separated list of SQL identifiers, each optionally under a table's alias. */
export function identifiers(names: readonly string[], alias?: string): string {
  return names.map((name) => (alias ? `${alias}.${identifier(name)}` : identifier(name))).join(', ');
}

/** A key of any columns as one value, for `not in`: nulls compare like any value, and an index of the list serves for all its columns. */
export function keyValue(names: readonly string[], alias?: string): string {
  return `json_array(${identifiers(names, alias)})`;
}

/** A single whole number from a query of one row and one column. */
export function count(db: ReadableDb, sql: string, ...values: readonly (string | number | bigint)[]): number {
  return (
    db
      .prepare<unknown[], number>(sql)
      .pluck()
      .get(...values) ?? 0
  );
}

/** Whether the workspace has a table. */
export function hasTable(db: ReadableDb, name: string): boolean {
  return count(db, "select count(*) from main.sqlite_schema where type = 'table' and name = ?", name) > 0;
}

/** Lets queries name a table by another name, on this connection only. */
export function exposeTable(db: ReadableDb, name: string, table: string): void {
  db.exec(`drop view if exists temp.${identifier(name)}`);
  db.exec(
    `create temp view ${identifier(name)} as select * from main.${identifier(table)}${guard(db, table)}`,
  );
}

function guard(db: ReadableDb, table: string): string {
  if (!isGuarded(db)) return '';
  const [column] = db.prepare(`select * from main.${identifier(table)}`).columns();
  return column ? ` where ${stoppable(db, column.name)}` : '';
}

/** The condition by which reading a table can be stopped: it names a column, so that it is asked for each row. */
export function stoppable(db: ReadableDb, column: string): string {
  return isGuarded(db) ? `not_cancelled(${identifier(column)})` : 'true';
}
