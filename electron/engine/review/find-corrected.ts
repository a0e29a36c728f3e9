import { recordNumbers, recordRange } from '../ingest/record-number.ts';
import { WHITE_SPACE } from '../white-space.ts';
import type { WritableDb } from '../workspace/database.ts';
import type { FileCorrections } from './active-corrections.ts';
import type { ImportReader } from './import-reader.ts';

/**
 * Notes in `temp.review_candidate` the records of a file that its corrections may change: those that they name by line, and those
 * with a fault and a text, found in one pass for each fault. Records that are set aside stay as they are.
 */
export function findCorrected(db: WritableDb, file: ImportReader, corrections: FileCorrections): void {
  const recordAt = recordNumbers(file.import);
  const named = db.prepare<[bigint]>(
    `insert or ignore into review_candidate select record from quarantine where record = ? and state = 'open'`,
  );
  for (const line of corrections.byLine.keys()) named.run(recordAt(line));
  const withText = db.prepare(
    `insert or ignore into review_candidate
     select fault.record
     from fault
     cross join quarantine using (record)
     where fault.record between ? and ?
       and fault.column_name = ?
       and fault.code = ?
       and trim(json_extract(quarantine.cells, ?), ?) in (select value from json_each(?))
       and quarantine.state = 'open'`,
  );
  for (const [column, byText] of corrections.byText) {
    const place = file.places.get(column);
    if (place === undefined) continue;
    const byCode = Map.groupBy([...byText.values()].flat(), ({ code }) => code);
    for (const [code, own] of byCode) {
      const texts = JSON.stringify(own.map(({ oldText }) => oldText));
      withText.run(...recordRange(file.import), column, code, `$[${place}]`, WHITE_SPACE, texts);
    }
  }
}
