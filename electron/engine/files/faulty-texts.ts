import { placeOf, recordRange } from '../ingest/record-number.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** Of more faults than this only the first are looked at. */
const MOST_TEXTS = 5000;

/** What a column of a file could not be read from. */
export interface FaultyTexts {
  /** How many there are. */
  readonly total: number;
  /** The first of them; `alone`: the record has no other fault. */
  readonly texts: readonly { readonly line: number; readonly text: string; readonly alone: boolean }[];
}

/** For each column of a file the texts that are no date, no point in time or no number. */
export function faultyTexts(
  db: ReadableDb,
  importNumber: number,
  places: Readonly<Record<string, number>>,
): ReadonlyMap<string, FaultyTexts> {
  const range = recordRange(importNumber);
  const totals = db
    .prepare<[bigint, bigint], [column: string, total: number]>(
      `select column_name, count(*)
       from fault
       where record between ? and ? and code in ('not_a_date', 'not_a_timestamp', 'not_a_number') and not arisen
       group by column_name`,
    )
    .raw()
    .all(...range);
  const first = db
    .prepare<[bigint, bigint, string, number], [record: bigint, cells: string, alone: bigint]>(
      `select fault.record, cells,
         (select count(*) from fault as each where each.record = fault.record and not each.arisen) = 1
       from fault
       join quarantine on quarantine.record = fault.record
       where fault.record between ? and ? and column_name = ?
         and code in ('not_a_date', 'not_a_timestamp', 'not_a_number') and not fault.arisen
       order by fault.record
       limit ?`,
    )
    .raw()
    .safeIntegers();
  return new Map(
    totals.map(([column, total]) => {
      const place = places[column] ?? -1;
      const texts = first.all(...range, column, MOST_TEXTS).map(([record, cells, alone]) => ({
        line: placeOf(record).line,
        text: ((JSON.parse(cells) as readonly string[])[place] ?? '').trim(),
        alone: alone === 1n,
      }));
      return [column, { total, texts }];
    }),
  );
}
