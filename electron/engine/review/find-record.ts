import type { Code } from '../../contract/codes.ts';
import { Failure } from '../failure.ts';
import { placeOf } from '../ingest/record-number.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { count, type ReadableDb } from '../workspace/database.ts';
import { type ImportReader, importReaders } from './import-reader.ts';

/** A rejected record with what is needed to read it. */
export interface FoundRecord {
  readonly source: Source;
  readonly file: ImportReader;
  readonly line: number;
  readonly cells: readonly string[];
  readonly correctedCells: readonly string[] | null;
  readonly state: 'open' | 'set aside' | 'corrected';
  readonly note: string | null;
  /** Those that it has now. */
  readonly faults: readonly FoundFault[];
  /** Whether the user has written all its cells anew. */
  readonly rewritten: boolean;
}

export interface FoundFault {
  readonly column: string | null;
  readonly code: Code;
  readonly holder: bigint | null;
}

interface Row {
  readonly source: string;
  readonly cells: string;
  readonly corrected: string | null;
  readonly state: FoundRecord['state'];
  readonly note: string | null;
}

/** A record of the quarantine by its number. Throws a Failure when it is not there any more. */
export function findRecord(db: ReadableDb, recipe: Recipe, record: bigint): FoundRecord {
  const row = db
    .prepare<[bigint], Row>(
      `select source, cells, corrected_cells as corrected, state, note
       from quarantine join import using (import)
       where record = ?`,
    )
    .get(record);
  const source = recipe.sources.find(({ name }) => name === row?.source);
  const { importNumber, line } = placeOf(record);
  const file = source && importReaders(db, source).find((each) => each.import === importNumber);
  if (!row || !file) {
    throw new Failure(
      'This record is not in the quarantine any more: its file was loaded anew or taken out.',
      'Look at the quarantine again.',
    );
  }
  const faults = db
    .prepare<[bigint], FoundFault>(
      'select column_name as "column", code, holder from fault where record = ? and not lifted order by position',
    )
    .safeIntegers();
  const rewrites = `select count(*) from correction_record join correction using (correction)
    where record = ? and kind = 'record'`;
  return {
    source,
    file,
    line,
    cells: JSON.parse(row.cells) as readonly string[],
    correctedCells: row.corrected === null ? null : (JSON.parse(row.corrected) as readonly string[]),
    state: row.state,
    note: row.note,
    faults: faults.all(record),
    rewritten: count(db, rewrites, record) > 0,
  };
}
