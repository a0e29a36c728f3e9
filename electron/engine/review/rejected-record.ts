import type { FaultInfo, RejectedRecord } from '../../contract/quarantine.ts';
import type { Beside } from '../ingest/beside.ts';
import { besideHeaders, headerOf } from '../ingest/column-headers.ts';
import { isJsonName } from '../ingest/json/json-name.ts';
import { afterDay, type Reason, reasonOf, UNREADABLE_JSON } from '../ingest/reasons.ts';
import { placeOf } from '../ingest/record-number.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { isBounded } from '../recipe/sources-as-of.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { countAlike } from './alike.ts';
import { type FoundFault, type FoundRecord, findRecord } from './find-record.ts';
import { correctionsOf } from './list-corrections.ts';
import { unmetConditions } from './unmet-conditions.ts';

/** All of a rejected record: its cells, what is wrong with them, and what was done about it. Throws a Failure when it is gone. */
export function rejectedRecord(db: ReadableDb, recipe: Recipe, record: bigint): RejectedRecord {
  const found = findRecord(db, recipe, record);
  const { source, file, line, cells, correctedCells, state, note, faults } = found;
  return {
    record: String(record),
    source: source.name,
    file: file.file,
    line,
    header: file.header,
    cells,
    correctedCells,
    state,
    note,
    faults: faults.map((fault) => faultInfo(db, recipe, found, fault)),
    corrections: correctionsOf(db, record),
  };
}

function faultInfo(db: ReadableDb, recipe: Recipe, found: FoundRecord, fault: FoundFault): FaultInfo {
  const { column, code, holder } = fault;
  const { places } = found.file;
  const unmet = unmetConditions(found, fault);
  const mends = mendingColumns(column, unmet).flatMap((name) => {
    const cell = places.get(name);
    return cell === undefined ? [] : [{ column: name, header: headerOf(found.source, name), cell }];
  });
  return {
    code,
    column,
    header: column === null ? null : headerOf(found.source, column),
    cell: column === null ? null : (places.get(column) ?? null),
    mends,
    ...reasonFor(found, fault, besideHeaders(found.source, unmet)),
    holder: holder === null ? null : holderOf(db, holder),
    alike: alikeOf(db, recipe, found, fault),
  };
}

/** What is wrong with a value or a record; of a day that is too late, by which as-of date. */
function reasonFor(
  { source, file }: FoundRecord,
  { column, code }: FoundFault,
  unmet: readonly Beside[],
): Reason {
  if (code === 'unreadable' && isJsonName(file.file)) return UNREADABLE_JSON;
  const type = source.columns.find(({ name }) => name === column)?.type;
  const isLate = code === 'out_of_range' && type !== undefined && isBounded(type);
  return isLate && file.judgedAsOf !== null ? afterDay(file.judgedAsOf) : reasonOf(code, unmet);
}

/** The faulty column; where no text is right in it, those that its conditions name. */
function mendingColumns(column: string | null, unmet: readonly Beside[]): readonly string[] {
  if (column === null) return [];
  const isHopeless = unmet.length > 0 && unmet.every(({ takes }) => takes === 'nothing');
  if (!isHopeless) return [column];
  return [...new Set(unmet.flatMap(({ where }) => where.map((each) => each.column)))];
}

function holderOf(db: ReadableDb, holder: bigint): FaultInfo['holder'] {
  const { importNumber, line } = placeOf(holder);
  const file = db
    .prepare<[number], string>('select file from import where import = ?')
    .pluck()
    .get(importNumber);
  return file === undefined ? null : { file, line };
}

/** Open records with the fault and the text; a fault of the whole record is corrected for each record by itself. */
function alikeOf(db: ReadableDb, recipe: Recipe, found: FoundRecord, { column, code }: FoundFault): number {
  const { source, file, cells, correctedCells } = found;
  const place = column === null ? undefined : file.places.get(column);
  if (column === null || place === undefined) return 1;
  const oldText = (correctedCells ?? cells)[place] ?? '';
  const figures = countAlike(db, recipe, { source: source.name, column, code, oldText });
  return figures.reduce((total, { records }) => total + records, 0);
}
