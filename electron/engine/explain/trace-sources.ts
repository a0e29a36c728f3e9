import type { CorrectedCell, RecordFate, RecordTrace, SourceTrace } from '../../contract/trace.ts';
import { placeOf } from '../ingest/record-number.ts';
import { stagingName } from '../ingest/staging.ts';
import type { StoredValue } from '../ingest/values.ts';
import type { Source, SourceTable } from '../recipe/recipe.ts';
import { type ImportReader, importReaders } from '../review/import-reader.ts';
import { selectRows } from '../run/query.ts';
import { sourceKind } from '../views/table-kinds.ts';
import { count, exposeTable, identifier, type ReadableDb } from '../workspace/database.ts';
import { allOf, columnsCondition, entityColumns, isKeyedByEntity } from './entity-rows.ts';
import { namedValues, type Value } from './readable.ts';
import type { StoredRun } from './stored-run.ts';
import { sourceKey } from './trace-index.ts';
import { rejectedOf } from './trace-rejected.ts';

/** More records of one entity than this are counted, not listed. */
const MOST_RECORDS = 20;

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
      const tell = recordTeller(db, run, source, key, files);
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
): (row: Readonly<Record<string, Value>>) => RecordTrace {
  const byNumber = new Map(files.map((file) => [file.import, file]));
  const fates = fatesOf(db, run, source, key, byNumber);
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

/** Tells for a record what each table of its source made of it. */
function fatesOf(
  db: ReadableDb,
  run: StoredRun,
  source: Source,
  key: readonly StoredValue[],
  files: ReadonlyMap<number, ImportReader>,
): (row: Readonly<Record<string, Value>>, record: bigint) => readonly RecordFate[] {
  const { recipe } = run;
  const steps = recipe.tables.flatMap((step) => {
    if (step.kind !== 'source' || step.from !== source.name || !isKeyedByEntity(recipe, step)) return [];
    const where = columnsCondition(step.key);
    const winnerOf = db
      .prepare<unknown[], bigint>(`select record from ${identifier(step.table)} where ${where}`)
      .pluck()
      .safeIntegers();
    return [{ step, winnerOf }];
  });
  return (row, record) =>
    steps.map(({ step, winnerOf }) => {
      // By the record's own key: that of a record for every id is another than the entity's.
      const values = step.key.map((name) => row[name] ?? key[recipe.key.indexOf(name)] ?? null);
      const winner = winnerOf.get(...values);
      return fateOf(db, run, record, step, winner, files);
    });
}

function fateOf(
  db: ReadableDb,
  run: StoredRun,
  record: bigint,
  step: SourceTable,
  winner: bigint | undefined,
  files: ReadonlyMap<number, ImportReader>,
): RecordFate {
  const { table, latest } = step;
  if (winner === undefined || !takes(db, run, step, record)) return { kind: 'left out', table };
  if (latest === undefined) return { kind: 'counted', table };
  if (winner === record) return { kind: 'kept', table };
  const { importNumber, line } = placeOf(winner);
  return { kind: 'superseded', table, file: files.get(importNumber)?.file ?? '', line };
}

/** Whether a table's query takes a record: asked again with nothing else in the source, it returns a row. */
function takes(
  db: ReadableDb,
  { bindings }: StoredRun,
  { from, query }: SourceTable,
  record: bigint,
): boolean {
  const name = identifier(from);
  const staged = `main.${identifier(stagingName(from))}`;
  db.exec(
    `drop view temp.${name}; create temp view ${name} as select * from ${staged} where record = ${record}`,
  );
  try {
    return selectRows(db, query.sql).get(bindings) !== undefined;
  } finally {
    exposeTable(db, from, stagingName(from));
  }
}
