import { resolve } from 'node:path';
import type { Reading } from '../../contract/files.ts';
import { Failure } from '../failure.ts';
import type { Source } from '../recipe/recipe.ts';
import { dayOf, isBounded } from '../recipe/sources-as-of.ts';
import { count, identifier, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import type { LoadedFile } from './load-file.ts';
import type { LoadedImport } from './load-files.ts';
import type { SourceFile } from './look-ahead.ts';
import { readingText } from './reading-text.ts';
import { recordRange } from './record-number.ts';
import { createStaging, stagingName } from './staging.ts';
import { AS_OF } from './values.ts';

/** What is said of JSON that is an array, behind the file's name, and of one that does not end. */
export const ARRAY_WARNING = 'is one JSON array, not an object a line; its elements were read as records.';
export const CUT_OFF = 'It ends before the array is closed: it may have been cut off.';

/** What is said of JSON by its name alone, behind the file's name. */
export const NO_JSON_WARNING =
  'has no record that can be read: is it JSON, with each object on one line or in one array?';

/** A file that is loaded at present. */
export interface PresentImport {
  readonly import: number;
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
  readonly reading: Reading;
  /** The file for which the user decided the reading, null where it is this one. */
  readonly readingFrom: string | null;
  /** The day by which its dates were judged, null where no column asks for one. */
  readonly judgedAsOf: string | null;
}

/** A source's files in the order in which they are loaded. */
export function presentImports(db: ReadableDb, source: Source): readonly PresentImport[] {
  return db
    .prepare<[string], Omit<PresentImport, 'reading'> & { reading: string }>(
      `select import, file, path, sha256, reading, reading_from as readingFrom, judged_as_of as judgedAsOf
       from import
       where source = ?
       order by import`,
    )
    .all(source.name)
    .map((row) => ({ ...row, reading: JSON.parse(row.reading) as Reading }));
}

/** Whether the source's records were accepted under the definition that the recipe has now; false where there is no staging table yet. */
export function isPrepared(db: ReadableDb, source: Source): boolean {
  const present = db
    .prepare<[string], string>('select definition from source where source = ?')
    .pluck()
    .get(source.name);
  return present === definitionOf(source);
}

/** Throws a Failure where the source's files were loaded under another definition than the recipe has now. */
export function refuseRedefined(db: ReadableDb, source: Source): void {
  if (isPrepared(db, source)) return;
  if (count(db, 'select count(*) from import where source = ?', source.name) === 0) return;
  throw new Failure(
    `The recipe describes ${source.name} in another way than when its files were loaded.`,
    'Add them again under Files.',
  );
}

/** Makes the source's staging table; one that was filled under another definition is emptied. */
export function prepareSource(db: WritableDb, source: Source): void {
  if (isPrepared(db, source)) return;
  db.prepare('delete from import where source = ?').run(source.name);
  db.exec(`drop table if exists ${identifier(stagingName(source.name))}`);
  createStaging(db, source);
  db.prepare(
    'insert into source (source, definition) values (?, ?) on conflict do update set definition = excluded.definition',
  ).run(source.name, definitionOf(source));
}

/** The day up to which dates are right changes from run to run, and is no part of the definition. */
function definitionOf({ columns, unique }: Source): string {
  const lasting = columns.map(({ header, type, ...column }) => ({
    ...{ name: column.name, ...(header !== column.name && { header }) },
    type: isBounded(type) ? { ...type, most: AS_OF } : type,
    ...column,
  }));
  return JSON.stringify({ columns: lasting, unique }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

/** Takes a source's files from one on away, with their records. */
export function removeImportsFrom(db: WritableDb, source: Source, importNumber: number): void {
  db.prepare('delete from import where source = ? and import >= ?').run(source.name, importNumber);
  const table = identifier(stagingName(source.name));
  if (count(db, 'select count(*) from import where source = ?', source.name) === 0) {
    // Dropping a table is much quicker than deleting its rows.
    db.exec(`drop table ${table}`);
    createStaging(db, source);
  } else {
    db.prepare(`delete from ${table} where record >= ?`).run(recordRange(importNumber)[0]);
  }
}

/** Takes one file away, with its records. */
export function removeImport(db: WritableDb, source: Source, importNumber: number): void {
  db.prepare('delete from import where import = ?').run(importNumber);
  db.prepare(`delete from ${identifier(stagingName(source.name))} where record between ? and ?`).run(
    ...recordRange(importNumber),
  );
}

/** Enters a file, under a number that is given or else the next one. */
export function beginImport(
  db: WritableDb,
  { source, file, reading }: SourceFile,
  sha256: string,
  importNumber: number | null,
): number {
  return Number(
    db
      .prepare(
        `insert into import (import, source, file, bytes, sha256, encoding, delimiter, header, warnings, read, accepted, rejected,
           path, reading, judged_as_of)
         values (?, ?, ?, ?, ?, '', '', '[]', '[]', 0, 0, 0, ?, ?, ?)`,
      )
      .run(
        importNumber,
        source.name,
        file.name,
        BigInt(file.bytes),
        sha256,
        resolve(file.handle.path),
        readingText(reading),
        dayOf(source),
      ).lastInsertRowid,
  );
}

/** Writes what was found; accepted and rejected are counted from the tables, never derived. */
export function finishImport(
  db: WritableDb,
  source: Source,
  { importNumber, milliseconds, ...loaded }: LoadedImport,
): void {
  const range = recordRange(importNumber);
  const table = identifier(stagingName(source.name));
  db.prepare(
    `update import
     set encoding = ?, shape = ?, delimiter = ?, header = ?, places = ?, warnings = ?, read = ?, accepted = ?, rejected = ?, milliseconds = ?
     where import = ?`,
  ).run(
    loaded.encoding.encoding,
    loaded.shape,
    loaded.delimiter ?? '',
    JSON.stringify(loaded.header),
    JSON.stringify(loaded.places),
    JSON.stringify(warnings(loaded)),
    BigInt(loaded.read),
    BigInt(count(db, `select count(*) from ${table} where record between ? and ?`, ...range)),
    BigInt(count(db, 'select count(*) from quarantine where record between ? and ?', ...range)),
    BigInt(milliseconds),
    importNumber,
  );
}

/** What was assumed of a file without being certain, as sentences to stand after its name. */
function warnings({
  encoding,
  encodingDecided,
  shape,
  isCutOff,
  isUnreadable,
}: LoadedFile): readonly string[] {
  const isAssumed = encoding.encoding === 'windows-1252' && !encodingDecided;
  return [
    ...(isAssumed ? ['is no valid UTF-8 and was read as Windows-1252.'] : []),
    ...(shape === 'json array' ? [isCutOff ? `${ARRAY_WARNING} ${CUT_OFF}` : ARRAY_WARNING] : []),
    ...(isUnreadable ? [NO_JSON_WARNING] : []),
  ];
}
