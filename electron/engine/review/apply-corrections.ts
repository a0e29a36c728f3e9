import { refuseRedefined } from '../ingest/import-table.ts';
import type { Source } from '../recipe/recipe.ts';
import { count, type WritableDb } from '../workspace/database.ts';
import { activeCorrections } from './active-corrections.ts';
import { findCorrected } from './find-corrected.ts';
import { type ImportReader, importReaders } from './import-reader.ts';
import { RecordJudge } from './judge-records.ts';
import { countAgain, withdrawCorrections } from './withdraw-corrections.ts';

/**
 * Applies all active corrections to a source's rejected records, within the caller's transaction. What comes out depends on the files and
 * on which corrections are active, not on what was there before: who is sound now is accepted under its record's number; a key
 * goes to the record that was accepted as the file has it, else to the earlier record. `check` throws to stop the work. Throws a Failure where
 * the source is described anew since its files were loaded.
 */
export function applyCorrections(db: WritableDb, source: Source, check: () => void = () => {}): void {
  if (
    count(db, 'select count(*) from (select 1 from correction where source = ? limit 1)', source.name) === 0
  )
    return;
  refuseRedefined(db, source);
  const before = withdrawCorrections(db, source);
  const files = importReaders(db, source);
  if (files.length === 0) return;
  setAsideRecords(db, source);
  check();
  correctRecords(db, source, files, check);
  const now = db
    .prepare<[], number>('select distinct import from correction_record join quarantine using (record)')
    .pluck()
    .all();
  const changed = files.map(({ import: each }) => each).filter((each) => [...before, ...now].includes(each));
  countAgain(db, source, changed);
}

/** Marks the records that the user has set aside; where that was done twice, with the later note. */
function setAsideRecords(db: WritableDb, source: Source): void {
  db.prepare(
    `insert into correction_record (record, correction)
     select (import.import << 32) + correction.line, correction.correction
     from correction
     join import using (source, sha256)
     join quarantine on quarantine.record = (import.import << 32) + correction.line
     where correction.source = ? and correction.kind = 'set aside' and correction.active`,
  ).run(source.name);
  db.prepare(
    `update quarantine
     set state = 'set aside', note = latest.note
     from (
       select record, note, max(correction)
       from correction_record
       join correction using (correction)
       where correction.source = ? and correction.kind = 'set aside'
       group by record
     ) as latest
     where latest.record = quarantine.record`,
  ).run(source.name);
}

function correctRecords(
  db: WritableDb,
  source: Source,
  files: readonly ImportReader[],
  check: () => void,
): void {
  const corrections = activeCorrections(db, source.name);
  if (corrections.size === 0) return;
  db.exec('create temp table review_candidate (record integer primary key) strict');
  for (const file of files) {
    const own = corrections.get(file.sha256);
    if (own) findCorrected(db, file, own);
    check();
  }
  const judge = new RecordJudge(db, source, files, corrections);
  judge.judge(check);
  judge.close();
  db.exec('drop table temp.review_candidate');
}
