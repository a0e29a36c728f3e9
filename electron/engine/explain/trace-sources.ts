import type { CorrectedCell, RecordTrace, SourceTrace } from '../../contract/trace.ts';
import { placeOf } from '../ingest/record-number.ts';
import { stagingName } from '../ingest/staging.ts';
import type { StoredValue } from '../ingest/values.ts';
import type { Source } from '../recipe/recipe.ts';
import { type ImportReader, importReaders } from '../review/import-reader.ts';
import { sourceKind } from '../views/table-kinds.ts';
import { count, identifier, type ReadableDb } from '../workspace/database.ts';
import { allOf, entityColumns } from './entity-rows.ts';
import { namedValues, type Value } from './readable.ts';
import { fatesOf, type RecordQuery } from './record-fates.ts';
import type { StoredRun } from './stored-run.ts';
import { sourceKey } from './trace-index.ts';
import { rejectedOf } from './trace-rejected.ts';

/** More records of one entity than this are counted, not listed. */
const MOST_RECORDS = 100;

/** What the sources have of an entity, and what became of each record. */
export function traceSources(
  db: ReadableDb,
  run: StoredRun,
  key: readonly StoredValue[],
): readonly SourceTrace[] {
  const { recipe } = run;
  return recipe.sources
    .map((source) => ({ source, columns: entityColumns(recipe, source) }))
    .filter(({ columns }) => columns.length > 0)
    .map(({ source, columns }) => {
      const where = columns.map((name) => `${sourceKey(name)} in (?, ?)`).join(' and ');
      const own = columns.map((name) => key[recipe.key.indexOf(name)] ?? null);
      // Without a value that stands for every id its own stands there twice.
      const asked = columns.flatMap((name, part) => [
        own[part] ?? null,
        allOf(source, name) ?? own[part] ?? null,
      ]);
      const staging = `main.${identifier(stagingName(source.name))}`;
      const records = db
        .prepare<unknown[], Record<string, Value>>(
          `select * from ${staging} where ${where} order by record limit ${MOST_RECORDS}`,
        )
        .safeIntegers()
        .all(...asked);
      const files = importReaders(db, source);
      const everyRecord = { sql: `select record from ${staging} where ${where}`, values: asked };
      const tell = recordTeller(db, run, source, key, files, everyRecord);
      return {
        source: source.name,
        accepted:
          records.length < MOST_RECORDS
            ? records.length
            : count(db, `select count(*) from ${staging} where ${where}`, ...asked.map((part) => part ?? '')),
        records: records.map(tell),
        rejected: rejectedOf(db, source, columns, own, files, MOST_RECORDS),
      };
    });
}

/** Tells of an accepted record where it stands, what it says and what became of it. */
function recordTeller(
  db: ReadableDb,
  run: StoredRun,
  source: Source,
  key: readonly StoredValue[],
  files: readonly ImportReader[],
  everyRecord: RecordQuery,
): (row: Readonly<Record<string, Value>>) => RecordTrace {
  const byNumber = new Map(files.map((file) => [file.import, file]));
  const fates = fatesOf(db, run, source, key, byNumber, everyRecord);
  const names = source.columns.map(({ name }) => name);
  return (row) => {
    const record = BigInt(row.record ?? 0);
    const { importNumber, line } = placeOf(record);
    const file = byNumber.get(importNumber);
    const corrected = file ? correctedCells(db, record, file) : [];
    return {
      file: file?.file ?? '',
      line,
      values: namedValues(row, names, (name) => sourceKind(source, name)),
      fates: fates(row, record),
      ...(corrected.length > 0 && { corrected }),
    };
  };
}

/** The cells of a record that a correction changed; none where it was accepted as it came. */
function correctedCells(db: ReadableDb, record: bigint, { places }: ImportReader): readonly CorrectedCell[] {
  const row = db
    .prepare<[bigint], { cells: string; corrected: string }>(
      "select cells, corrected_cells as corrected from main.quarantine where record = ? and state = 'corrected'",
    )
    .get(record);
  if (!row) return [];
  const before = JSON.parse(row.cells) as readonly string[];
  const after = JSON.parse(row.corrected) as readonly string[];
  return [...places].flatMap(([column, place]) => {
    const [from = '', to = ''] = [before[place], after[place]];
    return from === to ? [] : [{ column, from, to }];
  });
}
