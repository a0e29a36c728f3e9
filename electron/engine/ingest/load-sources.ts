import { join, resolve } from 'node:path';
import type { OnProgress } from '../../contract/progress.ts';
import { Failure } from '../failure.ts';
import { judgeAsOf } from '../files/judge-as-of.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { CancelFlag } from '../workspace/cancel.ts';
import { count, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import { addNewFiles } from './add-new-files.ts';
import { prepareSource, presentImports, removeImportsFrom } from './import-table.ts';
import { openInput } from './input-file.ts';
import { loadFiles } from './load-files.ts';
import { type LookAhead, lookAhead, type SourceFile } from './look-ahead.ts';
import { matchFiles } from './match-files.ts';

/** What a load did not take. */
export interface LoadedSources {
  /** Files of the folder that no source takes. */
  readonly unmatched: readonly string[];
  /** Files of the folder that add nothing, in sentences. */
  readonly leftAside: readonly string[];
}

/**
 * Loads a folder's files into the workspace's sources, which say by which day their dates are judged (`sourcesAsOf`). What is there
 * already, unchanged and in the same order, stays, in the way in which the user had it read; from the first difference on a source's
 * files are loaded anew. Into a source that is incremental only those are loaded whose content is not there yet. A source that the user has
 * left out has none, whatever there is; an incremental one is not left out once it has any, as nobody may have these files any more. Throws
 * a Failure that names the file or the source; the caller undoes the transaction.
 */
export async function loadSources(
  db: WritableDb,
  recipe: Recipe,
  folder: string,
  onProgress: OnProgress,
  without: readonly string[] = [],
): Promise<LoadedSources> {
  const filled = filledSources(db, recipe);
  refuseFilled(filled, without);
  const needless = new Set([...filled, ...without]);
  const { bySource, unmatched } = matchFiles(folder, recipe.sources, needless);
  const files: SourceFile[] = [];
  const leftAside: string[] = [];
  try {
    for (const source of recipe.sources) {
      for (const name of bySource.get(source.name) ?? []) {
        if (without.includes(source.name)) leftAside.push(`${name} was left aside with ${source.name}.`);
        else files.push({ source, file: openInput(join(folder, name)), reading: {} });
      }
    }
    const look = lookAhead(files);
    try {
      for (const source of recipe.sources) {
        const own = files.filter((file) => file.source === source);
        if (source.incremental && !without.includes(source.name))
          leftAside.push(...(await addNewFiles(db, source, own, look, onProgress)));
        else await loadSource(db, source, own, look, onProgress);
      }
    } finally {
      await look.stop();
    }
  } finally {
    for (const { file } of files) file.close();
  }
  return { unmatched, leftAside };
}

/** Incremental sources with files of earlier folders: these are not missing. */
function filledSources(db: ReadableDb, { sources }: Recipe): ReadonlySet<string> {
  const filled = sources.filter(
    ({ name, incremental }) =>
      incremental && count(db, 'select count(*) from import where source = ?', name) > 0,
  );
  return new Set(filled.map(({ name }) => name));
}

function refuseFilled(filled: ReadonlySet<string>, without: readonly string[]): void {
  const kept = without.find((source) => filled.has(source));
  if (kept === undefined) return;
  throw new Failure(
    `${kept} has files in the workspace, which later runs are to keep, and is to be left out.`,
    'Run with it, as it needs no new file; or name another workspace.',
  );
}

async function loadSource(
  db: WritableDb,
  source: Source,
  files: readonly SourceFile[],
  look: LookAhead,
  onProgress: OnProgress,
): Promise<void> {
  prepareSource(db, source);
  const present = presentImports(db, source);
  let kept = 0;
  for (const [index, sourceFile] of files.entries()) {
    const known = present[index];
    if (known?.sha256 !== (await look.survey(sourceFile)).sha256) break;
    sourceFile.file.assertUnchanged();
    kept++;
    // The file may have another name by now, and stand elsewhere.
    const { name, handle } = sourceFile.file;
    db.prepare('update import set file = ?, path = ? where import = ?').run(
      name,
      resolve(handle.path),
      known.import,
    );
    onProgress({ kind: 'loaded', source: source.name, file: name, already: true });
  }
  const firstGone = present[kept];
  if (firstGone) removeImportsFrom(db, source, firstGone.import);
  await judgeAsOf({ db, onProgress, cancel: new CancelFlag() }, source);
  if (kept < files.length) await loadFiles(db, source, files.slice(kept), look, onProgress);
}
