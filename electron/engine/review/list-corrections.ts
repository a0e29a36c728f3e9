import type { CorrectionInfo } from '../../contract/quarantine.ts';
import { placeOf } from '../ingest/record-number.ts';
import type { ReadableDb } from '../workspace/database.ts';

type Row = Omit<CorrectionInfo, 'active'> & { readonly active: number };

const WHAT = `act, made_at as madeAt, kind, source, file, column_name as "column", code, old_text as oldText,
  new_text as newText, note, active`;

const TOUCHED =
  '(select count(*) from correction_record where correction_record.correction = correction.correction)';

/**
 * All corrections of the workspace, the latest first, with how many records each touches at present. What one act has set aside in a file
 * is one of them: it is switched as one.
 */
export function listCorrections(db: ReadableDb): readonly CorrectionInfo[] {
  return db
    .prepare<[], Row>(
      `select correction, line, ${WHAT}, ${TOUCHED} as records
       from correction
       where kind <> 'set aside'
       union all
       select min(correction), iif(count(*) = 1, min(line), null), ${WHAT}, sum(${TOUCHED})
       from correction
       where kind = 'set aside'
       group by act, source, sha256
       order by 1 desc`,
    )
    .all()
    .map(info);
}

/** The corrections that touch a record, and those that name it and are switched off; the latest first. */
export function correctionsOf(db: ReadableDb, record: bigint): readonly CorrectionInfo[] {
  const { importNumber, line } = placeOf(record);
  return db
    .prepare<unknown[], Row>(
      `select correction, line, ${WHAT}, ${TOUCHED} as records
       from correction
       where correction in (select correction from correction_record where record = ?)
         or (line = ? and (source, sha256) = (select source, sha256 from import where import = ?))
       order by correction desc`,
    )
    .all(record, line, importNumber)
    .map(info);
}

function info(row: Row): CorrectionInfo {
  return { ...row, active: row.active === 1 };
}
