import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecipe } from '../../../electron/engine/recipe/parse-recipe.ts';
import { findRecipe, readRecipeFolder } from '../../../electron/engine/recipe/recipe-folder.ts';
import { AS_OF } from '../muster-run.ts';
import { sqliteVersion } from '../sqlite-import.ts';
import { runWatched } from '../watched-process.ts';
import type { Peer } from './peer.ts';
import { sqliteScript } from './sqlite-script.ts';

/** The recipe's own SQL in the `sqlite3` shell; undefined where there is none. */
export function sqlitePeer(): Peer | undefined {
  const version = sqliteVersion();
  if (version === undefined) return undefined;
  const hasMedian = spawnSync('sqlite3', [':memory:', 'select median(1)']).status === 0;
  const recipe = parseRecipe(readRecipeFolder(findRecipe('sales-analytics', process.cwd())));
  return {
    name: 'sqlite3',
    title: `sqlite3 ${version}`,
    async run({ data, out, scratch }) {
      const database = join(scratch, 'peer.db');
      rmSync(database, { force: true });
      const files = readdirSync(data).sort();
      const input = sqliteScript(recipe, { files, out, asOf: AS_OF, hasMedian });
      // The shell stands in the data folder, so that the names of files stay short.
      const finished = await runWatched(
        { program: 'sqlite3', args: [database], folder: data, input },
        scratch,
      );
      if (finished.exitCode !== 0) throw new Error(`sqlite3 failed: ${finished.errors.slice(-500)}`);
      return finished;
    },
  };
}
