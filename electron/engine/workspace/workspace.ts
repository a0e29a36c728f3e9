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
export function inUndoneTransaction<T>(workspace: Workspace, work: () => T): T {
  const { db, path } = workspace;
  begin(workspace);
  try {
    return work();
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

/** The failure that an error of SQLite stands for, in words. */
function explainDatabaseError(error: unknown, path: string): unknown {
  switch (errorCode(error)) {
    case 'SQLITE_BUSY':
    case 'SQLITE_BUSY_SNAPSHOT':
    case 'SQLITE_LOCKED':
      return new Failure(`${path} is in use by another run.`, 'Wait until it has finished and start again.', {
        cause: error,
      });
    case 'SQLITE_NOTADB':
      return new Failure(`${path} is no Muster workspace.`, 'Name another file.', { cause: error });
    case 'SQLITE_CORRUPT':
      return new Failure(`${path} is damaged.`, 'Restore a copy of it, or start a new workspace.', {
        cause: error,
      });
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_CANTOPEN_ISDIR':
      return new Failure(
        `${path} cannot be opened.`,
        'Check that its folder exists and that you may write there.',
        {
          cause: error,
        },
      );
    default:
      return explainSystemError(error, path);
  }
}
