import type { RecordFate } from '../../contract/trace.ts';
import { placeOf } from '../ingest/record-number.ts';
import { stagingName } from '../ingest/staging.ts';
import type { StoredValue } from '../ingest/values.ts';
import type { Source, SourceTable } from '../recipe/recipe.ts';
import type { ImportReader } from '../review/import-reader.ts';
import { selectRows } from '../run/query.ts';
import { exposeTable, identifier, type ReadableDb } from '../workspace/database.ts';
import { columnsCondition, isKeyedByEntity } from './entity-rows.ts';
import type { Value } from './readable.ts';
import type { StoredRun } from './stored-run.ts';

/** Holds the records of the entity, all of them, while a table's query is asked about them alone. */
const TRACED = 'traced_record';

/** The query of an entity's records in a source, and the values that it binds. */
export interface RecordQuery {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Tells for a record what each table of its source made of it. */
export function fatesOf(
  db: ReadableDb,
  run: StoredRun,
  source: Source,
  key: readonly StoredValue[],
  files: ReadonlyMap<number, ImportReader>,
  everyRecord: RecordQuery,
): (row: Readonly<Record<string, Value>>, record: bigint) => readonly RecordFate[] {
  const ofEntity = fatesOfEntity(db, run, source, key, files);
  const ofParts = fatesOfParts(db, run, source, files, everyRecord);
  return (row, record) => [...ofEntity(row, record), ...ofParts(record)];
}

/** Tells it of the tables that have one row an entity at most. */
function fatesOfEntity(
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

/**
 * Tells for a record what became of it in the tables that keep the latest of several rows an entity: of a line, say. Which row a record
 * makes is known by asking the table's query about the records of the entity alone.
 */
function fatesOfParts(
  db: ReadableDb,
  run: StoredRun,
  source: Source,
  files: ReadonlyMap<number, ImportReader>,
  everyRecord: RecordQuery,
): (record: bigint) => readonly RecordFate[] {
  const { recipe, bindings } = run;
  const steps = recipe.tables.filter((step): step is SourceTable => {
    const isOfSource = step.kind === 'source' && step.from === source.name && step.latest !== undefined;
    return (
      isOfSource && !isKeyedByEntity(recipe, step) && recipe.key.every((name) => step.key.includes(name))
    );
  });
  if (steps.length === 0) return () => [];
  db.exec(`drop table if exists temp.${TRACED}; create temp table ${TRACED} (record integer primary key)`);
  db.prepare<unknown[]>(`insert into temp.${TRACED} ${everyRecord.sql}`).run(...everyRecord.values);
  const of = steps.map((step) => {
    const same = step.key.map((name) => `kept.${identifier(name)} is made.${identifier(name)}`).join(' and ');
    const sql = `select made.record, kept.record as winner from (${step.query.sql}\n) as made
      left join ${identifier(step.table)} as kept on ${same}`;
    const rows = withSourceOf(db, step.from, `record in (select record from temp.${TRACED})`, () =>
      selectRows<{ record: bigint; winner: bigint | null }>(db, sql).all(bindings),
    );
    return { step, winners: new Map(rows.map(({ record, winner }) => [record, winner])) };
  });
  return (record) =>
    of.map(({ step, winners }) => {
      const winner = winners.get(record);
      // One row of several has not won over the others.
      return winner === record ? { kind: 'counted', table: step.table } : fateBy(step, record, winner, files);
    });
}

/** What a table that keeps the latest made of a record, by the record that it keeps in its place. */
function fateBy(
  { table }: SourceTable,
  record: bigint,
  winner: bigint | null | undefined,
  files: ReadonlyMap<number, ImportReader>,
): RecordFate {
  if (winner === undefined || winner === null) return { kind: 'left out', table };
  if (winner === record) return { kind: 'kept', table };
  const { importNumber, line } = placeOf(winner);
  return { kind: 'superseded', table, file: files.get(importNumber)?.file ?? '', line };
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
  return latest === undefined ? { kind: 'counted', table } : fateBy(step, record, winner, files);
}

/** Whether a table's query takes a record: asked again with nothing else in the source, it returns a row. */
function takes(
  db: ReadableDb,
  { bindings }: StoredRun,
  { from, query }: SourceTable,
  record: bigint,
): boolean {
  return withSourceOf(
    db,
    from,
    `record = ${record}`,
    () => selectRows(db, query.sql).get(bindings) !== undefined,
  );
}

/** Asks something while a source has the records of a condition only. */
function withSourceOf<Answer>(db: ReadableDb, from: string, condition: string, ask: () => Answer): Answer {
  const name = identifier(from);
  const staged = `main.${identifier(stagingName(from))}`;
  db.exec(`drop view temp.${name}; create temp view ${name} as select * from ${staged} where ${condition}`);
  try {
    return ask();
  } finally {
    exposeTable(db, from, stagingName(from));
  }
}
