import { BatchInserter } from '../ingest/batch-inserter.ts';
import { FaultWriter } from '../ingest/quarantine.ts';
import { stagingName } from '../ingest/staging.ts';
import type { Source } from '../recipe/recipe.ts';
import { isBounded } from '../recipe/sources-as-of.ts';
import { applyCorrections } from '../review/apply-corrections.ts';
import { type ImportReader, importReaders } from '../review/import-reader.ts';
import { countAgain, withdrawCorrections } from '../review/withdraw-corrections.ts';
import type { WritableDb } from '../workspace/database.ts';

const PAGE = 1000;

/**
 * Judges the rejected records of files by a later day, which their imports say already: all that it asks for stands in the quarantine, so
 * that the files may be gone. The source has no unique keys; the caller holds the transaction. `check` throws to stop the work.
 */
export function judgeRejected(
  db: WritableDb,
  source: Source,
  imports: readonly number[],
  check: () => void,
): void {
  const withdrawn = withdrawCorrections(db, source);
  for (const file of importReaders(db, source)) {
    if (imports.includes(file.import)) judgeFile(db, source, file, check);
  }
  applyCorrections(db, source, check);
  countAgain(db, source, [...new Set([...withdrawn, ...imports])]);
}

/** A later day only lifts what was beyond the earlier one. */
function judgeFile(
  db: WritableDb,
  source: Source,
  { import: file, read }: ImportReader,
  check: () => void,
): void {
  const bounded = source.columns.filter(({ type }) => isBounded(type)).map(({ name }) => name);
  const rows = db
    .prepare<[number, bigint, ...string[]], [record: bigint, cells: string]>(
      `select record, cells
       from quarantine
       where import = ? and record > ? and record in (
         select record from fault where code = 'out_of_range' and column_name in (${bounded.map(() => '?').join(', ')})
       )
       order by record
       limit ${PAGE}`,
    )
    .raw()
    .safeIntegers();
  const accept = db.prepare<[bigint]>('delete from quarantine where record = ?');
  const faultWriter = new FaultWriter(db);
  const columns = ['record', ...source.columns.map(({ name }) => name)];
  const staging = new BatchInserter(db, stagingName(source.name), columns);
  const pageAfter = (record: bigint) => rows.all(file, record, ...bounded);
  for (let page = pageAfter(-1n); page.length > 0; page = pageAfter(page.at(-1)?.[0] ?? -1n)) {
    check();
    for (const [record, cells] of page) {
      const faults = read(JSON.parse(cells) as readonly string[], staging.values, staging.offset + 1);
      if (faults) {
        faultWriter.replace(record, faults);
        continue;
      }
      accept.run(record);
      staging.values[staging.offset] = record;
      staging.commitRow();
    }
  }
  staging.flush();
}
