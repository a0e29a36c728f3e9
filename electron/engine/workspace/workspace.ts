import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { errorCode, explainSystemError, Failure } from '../failure.ts';
import { count, openForReading, openForWriting, type ReadableDb, type WritableDb } from './database.ts';
import { APPLICATION_ID, migrate, refuseNewer } from './migrate.ts';

/** An open workspace file with its writing connection. */
export interface Workspace {
  readonly path: string;
  readonly db: WritableDb;
  close(): void;
}

/** Opens or creates a workspace; throws a Failure where the file is something else, newer, or in use. */
export function openWorkspace(path: string): Workspace {
  const exists = existsSync(path);
  if (exists) refuseWhatIsNoWorkspace(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const db = openForWriting(path, 'kept');
    return prepare(db, path, () => closeAsOneFile(db));
  } catch (error) {
    throw explainDatabaseError(error, path);
  }
}

/** Creates a workspace in a folder private to the user, removed when it is closed or the process ends. */
export function openTemporaryWorkspace(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'muster-'));
  const path = join(folder, 'temporary.muster');
  const db = openForWriting(path, 'temporary');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  return prepare(db, path, () => {
    db.close();
    remove();
    process.off('exit', remove);
  });
}

/** Opens a workspace that exists, for reading only. */
export function openWorkspaceForReading(path: string): ReadableDb {
  if (!existsSync(path)) {
    throw new Failure(`${path}: there is no such workspace.`, 'Make one with: run … --workspace FILE.');
  }
  refuseWhatIsNoWorkspace(path);
  const db = openForReading(path);
  if (count(db, 'select count(*) from sqlite_schema') > 0) return db;
  db.close();
  throw new Failure(`${path} holds no run yet.`, 'Make one with: run … --workspace FILE.');
}

/**
 * Runs work in one transaction, which is undone whole when the work fails.
 * Throws a Failure when another process is writing to the workspace.
 */
export async function inTransaction<T>(workspace: Workspace, work: () => Promise<T>): Promise<T> {
  const { db, path } = workspace;
  begin(workspace);
  try {
    const result = await work();
    db.exec('commit');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw explainDatabaseError(error, path);
  }
}

/** Runs work in one transaction that is undone, whatever comes of the work; throws like `inTransaction`. */
export async function inUndoneTransaction<T>(workspace: Workspace, work: () => Promise<T>): Promise<T> {
  const { db, path } = workspace;
  begin(workspace);
  try {
    return await work();
  } catch (error) {
    throw explainDatabaseError(error, path);
  } finally {
    if (db.inTransaction) db.exec('rollback');
  }
}

function begin({ db, path }: Workspace): void {
  try {
    db.exec('begin immediate');
  } catch (error) {
    throw explainDatabaseError(error, path);
  }
}

function prepare(db: WritableDb, path: string, close: () => void): Workspace {
  try {
    migrate(db, path);
    return { path, db, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** At rest a workspace is one file; where somebody else still reads it, its write-ahead log stays beside it. */
function closeAsOneFile(db: WritableDb): void {
  try {
    db.pragma('journal_mode = delete');
  } catch (error) {
    if (!errorCode(error).startsWith('SQLITE_BUSY') && errorCode(error) !== 'SQLITE_LOCKED') throw error;
  } finally {
    db.close();
  }
}

function refuseWhatIsNoWorkspace(path: string): void {
  if (statSync(path).isDirectory()) {
    throw new Failure(`${path} is a folder, not a workspace.`, 'Name a .muster file.');
  }
  if (statSync(path).size === 0) return;
  let known = false;
  try {
    const db = openForReading(path);
    try {
      // A file without any table is what a crash at the very first start leaves.
      known =
        db.pragma('application_id', { simple: true }) === APPLICATION_ID ||
        count(db, 'select count(*) from sqlite_schema') === 0;
      if (known) refuseNewer(db, path);
    } finally {
      db.close();
    }
  } catch (error) {
    throw explainDatabaseError(error, path);
  }
  if (!known) {
    throw new Failure(`${path} is an SQLite database, but no Muster workspace.`, 'Name another file.');
  }
}

/** The failure that an error of SQLite or of the system stands for, in words; other errors are returned as they are. */
function explainDatabaseError(error: unknown, path: string): unknown {
  const explained = explainSystemError(error, path);
  if (explained instanceof Failure) return explained;
  const code = errorCode(error);
  const known = DATABASE_ERRORS.find(([family]) => code === family || code.startsWith(`${family}_`));
  if (!known) return error;
  const [, what, nextStep] = known;
  return new Failure(`${path} ${what}`, nextStep, { cause: error });
}

/** The failure that an error of a workspace's database stands for, in words; errors of anything else are returned as they are. */
export function explainWorkspaceError(error: unknown, path: string): unknown {
  return errorCode(error).startsWith('SQLITE_') ? explainDatabaseError(error, path) : error;
}

/** By the code's family: `SQLITE_BUSY` is also `SQLITE_BUSY_SNAPSHOT`. The first that fits tells. */
const DATABASE_ERRORS: readonly (readonly [family: string, what: string, nextStep: string])[] = [
  ['SQLITE_BUSY', 'is in use by another run.', 'Wait until it has finished and start again.'],
  ['SQLITE_LOCKED', 'is in use by another run.', 'Wait until it has finished and start again.'],
  ['SQLITE_NOTADB', 'is no Muster workspace.', 'Name another file.'],
  ['SQLITE_CORRUPT', 'is damaged.', 'Restore a copy of it, or start a new workspace.'],
  ['SQLITE_CANTOPEN', 'cannot be opened.', 'Check that its folder exists and that you may write there.'],
  ['SQLITE_READONLY_DBMOVED', 'is not at its place any more.', 'Put it back where it was.'],
  ['SQLITE_READONLY', 'is read-only.', 'Give your user the right to write to it, or copy it.'],
  [
    'SQLITE_IOERR',
    'cannot be read or written to.',
    'Check the disk and that it is not full, and start again.',
  ],
];
