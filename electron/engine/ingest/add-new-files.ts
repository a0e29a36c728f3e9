import type { OnProgress } from '../../contract/progress.ts';
import { judgeAsOf } from '../files/judge-as-of.ts';
import { keepPlace } from '../files/keep-place.ts';
import { loadAgain } from '../files/load-planned.ts';
import type { Source } from '../recipe/recipe.ts';
import { CancelFlag } from '../workspace/cancel.ts';
import type { WritableDb } from '../workspace/database.ts';
import { isPrepared, prepareSource, presentImports } from './import-table.ts';
import { loadFiles } from './load-files.ts';
import type { LookAhead, SourceFile } from './look-ahead.ts';

/**
 * Loads those files into an incremental source whose content is not there yet, behind those that are. Returns, in sentences, which of
 * the files add nothing as another of them has their content. Throws a Failure that names the file; the caller undoes the transaction.
 */
export async function addNewFiles(
  db: WritableDb,
  source: Source,
  files: readonly SourceFile[],
  look: LookAhead,
  onProgress: OnProgress,
): Promise<readonly string[]> {
  const context = { db, onProgress, cancel: new CancelFlag() };
  const present = presentImports(db, source);
  const fresh: SourceFile[] = [];
  const repeated: string[] = [];
  const first = new Map<string, string>();
  for (const sourceFile of files) {
    const { file } = sourceFile;
    const { name } = file;
    const { sha256 } = await look.survey(sourceFile);
    const twin = first.get(sha256);
    const known = present.find((each) => each.sha256 === sha256);
    if (twin === undefined) first.set(sha256, name);
    else repeated.push(`${name} was left aside: it has the same content as ${twin}.`);
    const as = twin ?? known?.file;
    if (as === undefined) {
      fresh.push(sourceFile);
      continue;
    }
    file.assertUnchanged();
    if (known) await keepPlace(db, known, { name, path: file.handle.path }, context.cancel);
    onProgress({
      ...{ kind: 'loaded', source: source.name, file: name, already: true },
      ...(as !== name && { as }),
    });
  }
  // Where they are found may have changed just now.
  if (isPrepared(db, source)) await judgeAsOf(context, source);
  else if (present.length > 0) await loadAgain(context, source, presentImports(db, source));
  else prepareSource(db, source);
  if (fresh.length > 0) await loadFiles(db, source, fresh, look, onProgress);
  return repeated;
}
