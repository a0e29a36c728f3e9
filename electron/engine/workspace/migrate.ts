import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure } from '../failure.ts';
import { SQL_FOLDER } from '../paths.ts';
import type { ReadableDb, WritableDb } from './database.ts';

/** "MUST": how SQLite and `file` know a workspace. */
export const APPLICATION_ID = 0x4d555354;

/** One step of the workspace's schema: its number and its SQL. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Reads the numbered migrations of a folder (`0010_name.sql`), checked to rise by tens. */
export function readMigrations(folder: string = join(SQL_FOLDER, 'workspace')): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      version: Number.parseInt(file, 10),
      name: basename(file, '.sql'),
      sql: readFileSync(join(folder, file), 'utf8'),
    }));
  migrations.forEach(({ version, name }, index) => {
    const before = migrations[index - 1]?.version ?? 0;
    if (!(version > before && version % 10 === 0)) {
      throw new Error(`Migration ${name} must have a number above ${before} that is a multiple of ten.`);
    }
  });
  return migrations;
}

/**
 * Brings a workspace to the newest schema: all pending steps and the version in one transaction.
 * Throws a Failure for a workspace that a newer Muster wrote.
 */
export function migrate(
  db: WritableDb,
  path: string,
  migrations: readonly Migration[] = readMigrations(),
): void {
  const newest = migrations.at(-1)?.version ?? 0;
  // Read inside the transaction: another process may be migrating the same file.
  db.transaction(() => {
    const present = refuseNewer(db, path, migrations);
    for (const { version, sql } of migrations) if (version > present) db.exec(sql);
    if (present < newest) db.pragma(`user_version = ${newest}`);
    if (present === 0) db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
}

/** The version of a workspace's schema; throws a Failure for one that a newer Muster wrote. */
export function refuseNewer(
  db: ReadableDb,
  path: string,
  migrations: readonly Migration[] = readMigrations(),
): number {
  const newest = migrations.at(-1)?.version ?? 0;
  const present = db.pragma('user_version', { simple: true }) as number;
  if (present <= newest) return present;
  throw new Failure(
    `${path} was written by a newer Muster (workspace version ${present}; this one knows ${newest}).`,
    'Update Muster, or choose another workspace.',
  );
}
