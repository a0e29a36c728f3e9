import type { Code } from '../../contract/codes.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** A correction of cells, as it is stored. */
export interface Correction {
  readonly correction: number;
  readonly kind: 'cell' | 'record';
  readonly sha256: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly code: Code | null;
  readonly oldText: string;
  readonly newText: string;
}

/** The active corrections of one file's cells, each list in the order of their numbers. */
export interface FileCorrections {
  /** Those of single records, by line. */
  readonly byLine: ReadonlyMap<number, readonly Correction[]>;
  /** Those of all records with a fault and a text, by column, then by text. */
  readonly byText: ReadonlyMap<string, ReadonlyMap<string, readonly Correction[]>>;
}

/** The active corrections of a source's cells, by the file's sha256. */
export function activeCorrections(db: ReadableDb, source: string): ReadonlyMap<string, FileCorrections> {
  const rows = db
    .prepare<[string], Correction>(
      `select correction, kind, sha256, line, column_name as "column", code, old_text as oldText, new_text as newText
       from correction
       where source = ? and active and kind <> 'set aside'
       order by correction`,
    )
    .all(source);
  return new Map(
    [...Map.groupBy(rows, ({ sha256 }) => sha256)].map(([sha256, own]) => [sha256, ofFile(own)]),
  );
}

function ofFile(corrections: readonly Correction[]): FileCorrections {
  const byText = Map.groupBy(
    corrections.filter(({ line }) => line === null),
    ({ column }) => column ?? '',
  );
  return {
    byLine: Map.groupBy(
      corrections.filter(({ line }) => line !== null),
      ({ line }) => line ?? 0,
    ),
    byText: new Map([...byText].map(([column, own]) => [column, Map.groupBy(own, ({ oldText }) => oldText)])),
  };
}
