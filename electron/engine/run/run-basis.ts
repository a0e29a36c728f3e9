import type { Reading } from '../../contract/files.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** A file that a run was made with. */
export interface RunImport {
  readonly source: string;
  readonly file: string;
  readonly sha256: string;
  /** How the user wanted it read. */
  readonly reading: Reading;
  /** Records accepted, corrected ones among them. */
  readonly accepted: number;
  readonly read: number;
  readonly rejected: number;
  readonly bytes: number;
  /** How long loading it took; null where that was not kept. */
  readonly milliseconds: number | null;
}

/** The loaded files in the order of the sources, each source's in the order in which they were loaded. */
export function importsNow(db: ReadableDb, { sources }: Recipe): readonly RunImport[] {
  const ofSource = db.prepare<[string], Omit<RunImport, 'reading'> & { reading: string }>(
    'select source, file, sha256, reading, accepted, read, rejected, bytes, milliseconds from import where source = ? order by import',
  );
  return sources
    .flatMap(({ name }) => ofSource.all(name))
    .map((row) => ({ ...row, reading: JSON.parse(row.reading) as Reading }));
}

/** The condition that a correction is active and of a loaded file; those of files that are not loaded change nothing. */
export const CORRECTION_IN_FORCE = `active and exists (
  select 1 from import where import.source = correction.source and import.sha256 = correction.sha256
)`;

/**
 * The numbers of the active corrections of loaded files, without records that are set aside: those are many at times, and a run
 * does not see them.
 */
export function correctionsNow(db: ReadableDb): readonly number[] {
  return db
    .prepare<[], number>(
      `select correction from correction where kind <> 'set aside' and ${CORRECTION_IN_FORCE} order by correction`,
    )
    .pluck()
    .all();
}
