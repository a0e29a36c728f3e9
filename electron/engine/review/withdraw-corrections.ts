import { recordRange } from '../ingest/record-number.ts';
import { stagingName } from '../ingest/staging.ts';
import type { Source } from '../recipe/recipe.ts';
import { count, identifier, type WritableDb } from '../workspace/database.ts';

/** Makes the records of a source that corrections touch as the load left them; returns the imports that are to be counted again. */
export function withdrawCorrections(db: WritableDb, source: Source): readonly number[] {
  const imports = db.prepare<[string], number>('select import from import where source = ?').pluck();
  return imports.all(source.name).filter((importNumber) => withdrawFrom(db, source, importNumber));
}

function withdrawFrom(db: WritableDb, source: Source, importNumber: number): boolean {
  const range = recordRange(importNumber);
  const touched = '(select record from correction_record where record between ? and ?)';
  if (count(db, `select count(*) from ${touched}`, ...range) === 0) return false;
  const statements = [
    `delete from ${identifier(stagingName(source.name))}
     where record in (select record from quarantine where record in ${touched} and state = 'corrected')`,
    `delete from fault where record in ${touched} and arisen`,
    `update fault set lifted = 0 where record in ${touched} and lifted`,
    `update quarantine set state = 'open', corrected_cells = null, note = null where record in ${touched}`,
    'delete from correction_record where record between ? and ?',
  ];
  for (const sql of statements) db.prepare(sql).run(...range);
  return true;
}

/** Counts what of the imports is accepted and what is rejected, from the tables. */
export function countAgain(db: WritableDb, source: Source, imports: readonly number[]): void {
  const table = identifier(stagingName(source.name));
  const update = db.prepare('update import set accepted = ?, rejected = ? where import = ?');
  for (const importNumber of imports) {
    const range = recordRange(importNumber);
    const accepted = count(db, `select count(*) from ${table} where record between ? and ?`, ...range);
    const rejected = count(
      db,
      "select count(*) from quarantine where record between ? and ? and state <> 'corrected'",
      ...range,
    );
    update.run(BigInt(accepted), BigInt(rejected), importNumber);
  }
}
