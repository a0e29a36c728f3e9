import { join } from 'node:path';
import type { OnProgress } from '../../contract/progress.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { count, identifier, type WritableDb } from '../workspace/database.ts';
import { BatchInserter } from './batch-inserter.ts';
import { type InputFile, openInput } from './input-file.ts';
import { type LoadedFile, loadFile } from './load-file.ts';
import { type LookAhead, lookAhead, type SourceFile } from './look-ahead.ts';
import { matchFiles } from './match-files.ts';
import { Quarantine } from './quarantine.ts';
import { recordRange } from './record-number.ts';
import { createStaging, stagingName } from './staging.ts';
import { UniqueKeys } from './unique-keys.ts';

/** What a load did not take. */
export interface LoadedSources {
  /** Files of the folder that no source takes. */
  readonly unmatched: readonly string[];
}

/**
 * Loads a folder's files into the workspace's sources. What is there already, unchanged and in the same
 * order, stays; from the first difference on a source's files are loaded anew. Throws a Failure that names
 * the file; the caller undoes the transaction.
 */
export async function loadSources(
  db: WritableDb,
  recipe: Recipe,
  folder: string,
  onProgress: OnProgress,
): Promise<LoadedSources> {
  const { bySource, unmatched } = matchFiles(folder, recipe.sources);
  const files: SourceFile[] = [];
  try {
    for (const source of recipe.sources) {
      for (const name of bySource.get(source.name) ?? []) {
        files.push({ source, file: openInput(join(folder, name)) });
      }
    }
    const look = lookAhead(files);
    try {
      for (const source of recipe.sources) {
        const own = files.filter((file) => file.source === source);
        await loadSource(db, source, own, look, onProgress);
      }
    } finally {
      await look.stop();
    }
  } finally {
    for (const { file } of files) file.close();
  }
  return { unmatched };
}

async function loadSource(
  db: WritableDb,
  source: Source,
  files: readonly SourceFile[],
  look: LookAhead,
  onProgress: OnProgress,
): Promise<void> {
  prepareSource(db, source);
  const present = db
    .prepare<[string], { import: number; sha256: string }>(
      'select import, sha256 from import where source = ? order by import',
    )
    .all(source.name);
  let kept = 0;
  for (const [index, sourceFile] of files.entries()) {
    const known = present[index];
    if (known?.sha256 !== (await look.survey(sourceFile)).sha256) break;
    sourceFile.file.assertUnchanged();
    kept++;
    // The file may have another name by now.
    const { name } = sourceFile.file;
    db.prepare('update import set file = ? where import = ?').run(name, known.import);
    onProgress({ kind: 'loaded', source: source.name, file: name, already: true });
  }
  const firstGone = present[kept];
  if (firstGone) removeImportsFrom(db, source, firstGone.import, kept === 0);
  if (kept < files.length) await loadFiles(db, source, files.slice(kept), look, onProgress);
}

/** Makes the source's staging table; one that was filled under another definition is emptied. */
function prepareSource(db: WritableDb, source: Source): void {
  const definition = JSON.stringify(
    { columns: source.columns, unique: source.unique },
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  );
  const present = db
    .prepare<[string], string>('select definition from source where source = ?')
    .pluck()
    .get(source.name);
  if (present === definition) return;
  db.prepare('delete from import where source = ?').run(source.name);
  db.exec(`drop table if exists ${identifier(stagingName(source.name))}`);
  createStaging(db, source);
  db.prepare(
    'insert into source (source, definition) values (?, ?) on conflict do update set definition = excluded.definition',
  ).run(source.name, definition);
}

function removeImportsFrom(db: WritableDb, source: Source, importNumber: number, all: boolean): void {
  db.prepare('delete from import where source = ? and import >= ?').run(source.name, importNumber);
  if (all) {
    // Dropping a table is much quicker than deleting its rows.
    db.exec(`drop table ${identifier(stagingName(source.name))}`);
    createStaging(db, source);
  } else {
    db.prepare(`delete from ${identifier(stagingName(source.name))} where record >= ?`).run(
      recordRange(importNumber)[0],
    );
  }
}

async function loadFiles(
  db: WritableDb,
  source: Source,
  files: readonly SourceFile[],
  look: LookAhead,
  onProgress: OnProgress,
): Promise<void> {
  const bytes = files.reduce((sum, { file }) => sum + file.bytes, 0);
  // Of shorter records there are more than expected: the filter then only asks more often.
  const expectedRecords = bytes / 40;
  const quarantine = new Quarantine(db);
  const keys = source.unique.length > 0 ? new UniqueKeys(db, source, expectedRecords) : undefined;
  const columns = ['record', ...source.columns.map(({ name }) => name)];
  const staging = new BatchInserter(db, stagingName(source.name), columns);
  const loaded: (LoadedFile & { readonly importNumber: number })[] = [];
  for (const sourceFile of files) {
    const { file } = sourceFile;
    const importNumber = beginImport(db, source, file, (await look.survey(sourceFile)).sha256);
    const result = await loadFile(sourceFile, look, importNumber, { staging, quarantine, keys }, onProgress);
    loaded.push({ ...result, importNumber });
    onProgress({ kind: 'loaded', source: source.name, file: file.name, already: false });
  }
  keys?.settle(quarantine);
  for (const { importNumber, ...result } of loaded) finishImport(db, source, importNumber, result);
}

function beginImport(db: WritableDb, source: Source, file: InputFile, sha256: string): number {
  return Number(
    db
      .prepare(
        `insert into import (source, file, bytes, sha256, encoding, delimiter, header, warnings, read, accepted, rejected)
         values (?, ?, ?, ?, '', '', '[]', '[]', 0, 0, 0)`,
      )
      .run(source.name, file.name, BigInt(file.bytes), sha256).lastInsertRowid,
  );
}

/** Writes what was found; accepted and rejected are counted from the tables, never derived. */
function finishImport(db: WritableDb, source: Source, importNumber: number, loaded: LoadedFile): void {
  const range = recordRange(importNumber);
  const table = identifier(stagingName(source.name));
  db.prepare(
    `update import
     set encoding = ?, delimiter = ?, header = ?, warnings = ?, read = ?, accepted = ?, rejected = ?
     where import = ?`,
  ).run(
    loaded.encoding,
    loaded.delimiter,
    JSON.stringify(loaded.header),
    JSON.stringify(assumptions(loaded)),
    BigInt(loaded.read),
    BigInt(count(db, `select count(*) from ${table} where record between ? and ?`, ...range)),
    BigInt(count(db, 'select count(*) from quarantine where record between ? and ?', ...range)),
    importNumber,
  );
}

/** What was assumed of a file without being certain, as sentences to stand after its name. */
function assumptions({ encoding }: LoadedFile): readonly string[] {
  return encoding === 'windows-1252' ? ['is no valid UTF-8 and was read as Windows-1252.'] : [];
}
