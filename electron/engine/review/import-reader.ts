import type { Reading } from '../../contract/files.ts';
import { matchColumns, placesByName } from '../ingest/column-places.ts';
import { type ReadRecord, recordReader } from '../ingest/read-record.ts';
import type { Source } from '../recipe/recipe.ts';
import { sourceAsOf } from '../recipe/sources-as-of.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** A loaded file of a source and how its records are read. */
export interface ImportReader {
  readonly import: number;
  readonly file: string;
  readonly sha256: string;
  readonly header: readonly string[];
  /** Where each column that the file has stands in it. */
  readonly places: ReadonlyMap<string, number>;
  /** The day by which its dates were judged, null where no column asks for one. */
  readonly judgedAsOf: string | null;
  /** As it was read when it was loaded. */
  readonly read: ReadRecord;
}

interface ImportRow {
  readonly import: number;
  readonly file: string;
  readonly sha256: string;
  readonly header: string;
  readonly reading: string;
  readonly judgedAsOf: string | null;
}

/** The loaded files of a source, in order. */
export function importReaders(db: ReadableDb, source: Source): readonly ImportReader[] {
  return db
    .prepare<[string], ImportRow>(
      `select import, file, sha256, header, reading, judged_as_of as judgedAsOf
       from import
       where source = ?
       order by import`,
    )
    .all(source.name)
    .map((row) => importReader(source, row));
}

function importReader(source: Source, row: ImportRow): ImportReader {
  const { columns } = row.judgedAsOf === null ? source : sourceAsOf(source, row.judgedAsOf);
  const header = JSON.parse(row.header) as readonly string[];
  const reading = JSON.parse(row.reading) as Reading;
  const { indexes } = matchColumns(header, columns, reading);
  return {
    import: row.import,
    file: row.file,
    sha256: row.sha256,
    header,
    judgedAsOf: row.judgedAsOf,
    places: new Map(Object.entries(placesByName(columns, indexes))),
    read: recordReader(columns, indexes, reading.formats),
  };
}
