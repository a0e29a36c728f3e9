import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, fileName } from './files.ts';
import { type Finished, runWatched } from './watched-process.ts';

/** The version of the `sqlite3` shell; undefined where there is none. */
export function sqliteVersion(): string | undefined {
  const answer = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.split(' ')[0] : undefined;
}

/** Creates the tables, all columns text, and imports the files without looking at a value. */
function script(): string {
  return Object.entries(FILES)
    .flatMap(([source, columns]) => [
      `CREATE TABLE ${source}(${columns.map((column) => `${column} TEXT`).join(', ')});`,
      `.import --csv --skip 1 ${fileName(source)} ${source}`,
    ])
    .join('\n');
}

/** The yardstick: `.import` of the four files into a fresh database. */
export async function importWithSqlite(data: string, scratch: string): Promise<Finished> {
  const database = join(scratch, 'import.db');
  rmSync(database, { force: true });
  // The shell stands in the data folder, so that no path needs quoting.
  const finished = await runWatched(
    { program: 'sqlite3', args: [database], folder: data, input: `${script()}\n` },
    scratch,
  );
  if (finished.exitCode !== 0) throw new Error(`sqlite3 failed: ${finished.errors.slice(-500)}`);
  return finished;
}

/** How many records the last import read from each file. */
export function importedRecords(scratch: string): ReadonlyMap<string, number> {
  const counts = Object.keys(FILES).map((source) => `SELECT '${source}', count(*) FROM ${source};`);
  const answer = spawnSync('sqlite3', [join(scratch, 'import.db'), counts.join(' ')], { encoding: 'utf8' });
  const lines = answer.stdout.trim().split('\n');
  return new Map(lines.map((line) => line.split('|')).map(([source = '', count]) => [source, Number(count)]));
}
