import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Recents } from '../engine/session/recents.ts';
import { identifier, openForReading } from '../engine/workspace/database.ts';

/**
 * The paths of the files that workspaces have read or let wait, of those in the folder and the recent ones; undefined where one of them
 * cannot be read, so that nobody knows.
 */
export function pathsInUse(folder: string, recents: Recents): readonly string[] | undefined {
  const inFolder = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.muster'))
        .map((name) => join(folder, name))
    : [];
  const recent = recents.read().map(({ path }) => path);
  try {
    return [...new Set([...inFolder, ...recent])].filter((path) => existsSync(path)).flatMap(pathsOf);
  } catch {
    return undefined;
  }
}

function pathsOf(workspace: string): readonly string[] {
  const db = openForReading(workspace);
  try {
    // A workspace of the command line may be older than the columns.
    const tables = db
      .prepare<[], string>(
        "select m.name from sqlite_schema as m, pragma_table_info(m.name) as c where m.name in ('import', 'waiting_file') and c.name = 'path'",
      )
      .pluck()
      .all();
    return tables.flatMap((table) =>
      db
        .prepare<[], string>(`select path from ${identifier(table)}`)
        .pluck()
        .all(),
    );
  } finally {
    db.close();
  }
}
