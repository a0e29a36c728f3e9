import type { Reading } from '../../contract/files.ts';
import { matchColumns } from '../ingest/column-places.ts';
import { type ReadRecord, recordReader } from '../ingest/read-record.ts';
import type { Source } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** A loaded file of a source and how its records are read. */
export interface ImportReader {
  readonly import: number;
  readonly file: string;
  readonly sha256: string;
  readonly header: readonly string[];
  /** Where each column that the file has stands in it. */
  readonly places: ReadonlyMap<string, number>;
  /** As it was read when it was loaded. */
  readonly read: ReadRecord;
}

interface ImportRow {
  readonly import: number;
  readonly file: string;
  readonly sha256: string;
  readonly header: string;
  readonly reading: string;
}

/** The loaded files of a source, in order. */
export function importReaders(db: ReadableDb, source: Source): readonly ImportReader[] {
  return db
    .prepare<[string], ImportRow>(
      'select import, file, sha256, header, reading from import where source = ? order by import',
    )
    .all(source.name)
    .map((row) => importReader(source, row));
}

function importReader({ columns }: Source, row: ImportRow): ImportReader {
  const header = JSON.parse(row.header) as readonly string[];
  const reading = JSON.parse(row.reading) as Reading;
  const names = columns.map(({ name }) => name);
  const { indexes } = matchColumns(header, names, reading);
  const found = names.map((name, index): [string, number] => [name, indexes[index] ?? -1]);
  return {
    import: row.import,
    file: row.file,
    sha256: row.sha256,
    header,
    places: new Map(found.filter(([, place]) => place >= 0)),
    read: recordReader(columns, indexes, reading.formats),
  };
}
