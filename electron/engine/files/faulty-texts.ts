import { placeOf, recordRange } from '../ingest/record-number.ts';
import { stagingName } from '../ingest/staging.ts';
import type { CancelFlag } from '../workspace/cancel.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';

/** Where faults stand, and what stops the look at them. */
export interface FaultContext {
  readonly db: ReadableDb;
  readonly cancel: CancelFlag;
}

/** A cell of a rejected record, trimmed and not empty. */
export interface RejectedText {
  readonly line: number;
  readonly text: string;
  /** Whether it is no date, no point in time or no number; else the record was rejected for something else. */
  readonly faulty: boolean;
  /** Whether the record has no other fault. */
  readonly alone: boolean;
}

/** The columns of a file with texts that are no date, no point in time or no number, and how many. */
export function faultyColumns(db: ReadableDb, importNumber: number): ReadonlyMap<string, number> {
  const rows = db
    .prepare<[bigint, bigint], [column: string, total: number]>(
      `select column_name, count(*)
       from fault
       where record between ? and ? and code in ('not_a_date', 'not_a_timestamp', 'not_a_number') and not arisen
       group by column_name`,
    )
    .raw()
    .all(...recordRange(importNumber));
  return new Map(rows);
}

/**
 * All that the rejected records of a file have in a column, in order, one by one. Records whose cells are not whole are left out. Throws Cancelled
 * when the flag is raised.
 */
export function* rejectedTexts(
  { db, cancel }: FaultContext,
  importNumber: number,
  column: string,
  place: number,
): Generator<RejectedText> {
  const rows = db
    .prepare<
      [string, bigint, bigint, string],
      [record: bigint, text: string, faulty: bigint, faults: bigint]
    >(
      `with rejected_cell as (
         select record, json_extract(cells, ?) as text
         from quarantine
         where record between ? and ?
       )
       select rejected_cell.record, text,
         sum(column_name is ? and code in ('not_a_date', 'not_a_timestamp', 'not_a_number')), count(*)
       from rejected_cell
       join fault on fault.record = rejected_cell.record and not arisen
       where text <> ''
       group by rejected_cell.record
       having sum(code in ('too_few_fields', 'too_many_fields', 'unreadable')) = 0
       order by rejected_cell.record`,
    )
    .raw()
    .safeIntegers()
    .iterate(`$[${place}]`, ...recordRange(importNumber), column);
  for (const [record, cell, faulty, faults] of rows) {
    cancel.check();
    const text = cell.trim();
    if (text === '') continue;
    yield { line: placeOf(record).line, text, faulty: faulty > 0n, alone: faults === 1n };
  }
}

/** The values of a column that were accepted as they stand in the file: how many, and the first of them. */
export function acceptedValues(
  db: ReadableDb,
  source: string,
  importNumber: number,
  column: string,
): { readonly count: number; readonly first: { readonly line: number; readonly text: string } | undefined } {
  const range = recordRange(importNumber);
  const name = identifier(column);
  // What was corrected is accepted, too, and stands in the quarantine as it was written.
  const row = db
    .prepare<[bigint, bigint], [count: bigint, record: bigint | null, value: unknown]>(
      `select count(*), min(record), ${name}
       from ${identifier(stagingName(source))} as accepted
       where record between ? and ? and ${name} is not null
         and not exists (select 1 from quarantine where quarantine.record = accepted.record)`,
    )
    .raw()
    .safeIntegers()
    .get(...range);
  const [count, record, value] = row ?? [0n, null, null];
  return {
    count: Number(count),
    first: record === null ? undefined : { line: placeOf(record).line, text: String(value) },
  };
}
