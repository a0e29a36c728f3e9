import type { OnProgress } from '../../contract/progress.ts';
import type { Source } from '../recipe/recipe.ts';
import { applyCorrections } from '../review/apply-corrections.ts';
import type { WritableDb } from '../workspace/database.ts';
import { BatchInserter } from './batch-inserter.ts';
import { beginImport, finishImport } from './import-table.ts';
import { type LoadedFile, loadFile } from './load-file.ts';
import type { LookAhead, SourceFile } from './look-ahead.ts';
import { Quarantine } from './quarantine.ts';
import { stagingName } from './staging.ts';
import { UniqueKeys } from './unique-keys.ts';

/** A file to be loaded, perhaps under a number that it is to have. */
export interface FileToLoad extends SourceFile {
  readonly importNumber?: number;
}

/** A file as it was loaded, by its number. */
export interface LoadedImport extends LoadedFile {
  readonly importNumber: number;
  /** How long it took, without what is done for all files of the source together. */
  readonly milliseconds: number;
}

/**
 * Loads files into a source behind those that are there, settles its unique keys and applies the corrections made before.
 * Throws a Failure that names the file; the caller undoes the transaction.
 */
export async function loadFiles(
  db: WritableDb,
  source: Source,
  files: readonly FileToLoad[],
  look: LookAhead,
  onProgress: OnProgress,
): Promise<readonly LoadedImport[]> {
  const bytes = files.reduce((sum, { file }) => sum + file.bytes, 0);
  // Of shorter records there are more than expected: the filter then only asks more often.
  const expectedRecords = bytes / 40;
  const quarantine = new Quarantine(db);
  const keys = source.unique.length > 0 ? new UniqueKeys(db, source, expectedRecords) : undefined;
  const columns = ['record', ...source.columns.map(({ name }) => name)];
  const staging = new BatchInserter(db, stagingName(source.name), columns);
  const loaded: LoadedImport[] = [];
  for (const fileToLoad of files) {
    const begun = performance.now();
    const { sha256 } = await look.survey(fileToLoad);
    const importNumber = beginImport(db, fileToLoad, sha256, fileToLoad.importNumber ?? null);
    const result = await loadFile(fileToLoad, look, importNumber, { staging, quarantine, keys }, onProgress);
    loaded.push({ ...result, importNumber, milliseconds: Math.round(performance.now() - begun) });
    onProgress({ kind: 'loaded', source: source.name, file: fileToLoad.file.name, already: false });
  }
  keys?.settle(quarantine);
  for (const each of loaded) finishImport(db, source, each);
  applyCorrections(db, source);
  return loaded;
}
