import type { RecordFate, RecordTrace, RejectedTrace, SourceTrace } from '../../contract/trace.ts';
import { matchHeader } from '../ingest/headers.ts';
import { placeOf } from '../ingest/record-number.ts';
import { stagingName } from '../ingest/staging.ts';
import { Fault, type StoredValue, valueReader } from '../ingest/values.ts';
import type { Recipe, Source, TableStep } from '../recipe/recipe.ts';
import { selectRows } from '../run/query.ts';
import { count, exposeTable, identifier, type ReadableDb } from '../workspace/database.ts';
import type { LastRun } from './last-run.ts';
import { namedValues, type Value } from './readable.ts';

/** More records of one entity than this are counted, not listed. */
const MOST_RECORDS = 20;

/** What the sources have of an entity, and what became of each record. */
export function traceSources(
  db: ReadableDb,
  run: LastRun,
  key: readonly StoredValue[],
): readonly SourceTrace[] {
  const { recipe } = run;
  return recipe.sources
    .filter(({ columns }) => recipe.key.every((name) => columns.some((column) => column.name === name)))
    .map((source) => {
      const where = keyCondition(recipe);
      const records = db
        .prepare<unknown[], Record<string, Value>>(
          `select * from ${identifier(source.name)} where ${where} order by record limit ${MOST_RECORDS}`,
        )
        .safeIntegers()
        .all(...key);
      const files = fileNames(db, source);
      const fates = fatesOf(db, run, source, key, files);
      return {
        source: source.name,
        accepted: count(
          db,
          `select count(*) from ${identifier(source.name)} where ${where}`,
          ...key.map((part) => part ?? ''),
        ),
        records: records.map((row): RecordTrace => {
          const record = BigInt(row.record ?? 0);
          const { importNumber, line } = placeOf(record);
          const names = source.columns.map(({ name }) => name);
          return {
            file: files.get(importNumber) ?? '',
            line,
            values: namedValues(row, names, (name) => kindOf(source, name)),
            fates: fates(record),
          };
        }),
        rejected: rejectedOf(db, recipe, source, key),
      };
    });
}

/** The kind of a source's column, undefined for one it does not have. */
export function kindOf(source: Source | undefined, name: string) {
  return source?.columns.find((column) => column.name === name)?.type.kind;
}

/** The condition that selects an entity's rows by its bound key. */
export function keyCondition(recipe: Recipe): string {
  return recipe.key.map((name) => `${identifier(name)} = ?`).join(' and ');
}

function fileNames(db: ReadableDb, source: Source): ReadonlyMap<number, string> {
  const rows = db
    .prepare<[string], [importNumber: number, file: string]>(
      'select import, file from import where source = ?',
    )
    .raw()
    .all(source.name);
  return new Map(rows);
}

/** Tells for a record what each table of its source made of it. */
function fatesOf(
  db: ReadableDb,
  run: LastRun,
  source: Source,
  key: readonly StoredValue[],
  files: ReadonlyMap<number, string>,
): (record: bigint) => readonly RecordFate[] {
  const steps = run.recipe.tables.filter(({ from, key: own }) => {
    return (
      from === source.name && own.length === key.length && run.recipe.key.every((name) => own.includes(name))
    );
  });
  const winners = steps.map((step) => ({
    step,
    winner: db
      .prepare<unknown[], bigint>(
        `select record from ${identifier(step.table)} where ${keyCondition(run.recipe)}`,
      )
      .pluck()
      .safeIntegers()
      .get(...key),
  }));
  return (record) => winners.map(({ step, winner }) => fateOf(db, run, record, step, winner, files));
}

function fateOf(
  db: ReadableDb,
  run: LastRun,
  record: bigint,
  step: TableStep,
  winner: bigint | undefined,
  files: ReadonlyMap<number, string>,
): RecordFate {
  const { table, latest } = step;
  if (winner === undefined || !takes(db, run, step, record)) return { kind: 'left out', table };
  if (latest === undefined) return { kind: 'counted', table };
  if (winner === record) return { kind: 'kept', table };
  const { importNumber, line } = placeOf(winner);
  return { kind: 'superseded', table, file: files.get(importNumber) ?? '', line };
}

/** Whether a table's query takes a record: asked again with nothing else in the source, it returns a row. */
function takes(db: ReadableDb, { bindings }: LastRun, { from, query }: TableStep, record: bigint): boolean {
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

/** The quarantined records whose key cells read as the entity's key. */
function rejectedOf(
  db: ReadableDb,
  recipe: Recipe,
  source: Source,
  key: readonly StoredValue[],
): readonly RejectedTrace[] {
  const columns = recipe.key.flatMap((name) => source.columns.find((column) => column.name === name) ?? []);
  const wanted = columns.map(({ name }) => name);
  const readers = columns.map(({ type }) => valueReader(type));
  const imports = db.prepare<[string], { import: number; file: string; header: string }>(
    'select import, file, header from import where source = ?',
  );
  const files = new Map(
    imports.all(source.name).map(({ import: importNumber, file, header: cells }) => {
      const header = JSON.parse(cells) as readonly string[];
      return [importNumber, { file, header, places: matchHeader(header, wanted).indexes }];
    }),
  );
  const rows = db
    .prepare<[string], { record: bigint; cells: string; codes: string }>(
      `select record, cells, codes
       from rejected
       where import in (select import from import where source = ?)
       order by record`,
    )
    .safeIntegers();
  const found: RejectedTrace[] = [];
  for (const { record, cells: cellsText, codes } of rows.iterate(source.name)) {
    const { importNumber, line } = placeOf(record);
    const place = files.get(importNumber);
    if (!place) throw new Error(`Record ${record} is of no import of ${source.name}.`);
    const { file, header, places } = place;
    const cells = JSON.parse(cellsText) as readonly string[];
    const isOfKey = readers.every((read, part) => {
      const value = read((cells[places[part] ?? -1] ?? '').trim());
      return !(value instanceof Fault) && value === key[part];
    });
    if (!isOfKey) continue;
    found.push({
      file,
      line,
      codes: codes.split('|'),
      cells: cells.map((value, index) => ({ name: header[index] ?? '', value })),
    });
    if (found.length >= MOST_RECORDS) break;
  }
  return found;
}
