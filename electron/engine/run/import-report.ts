import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** What the user should know of the import: what was assumed of which file, and which files were left aside. */
export function importWarnings(
  db: ReadableDb,
  unmatched: readonly string[],
  leftAside: readonly string[] = [],
): readonly string[] {
  const assumed = db
    .prepare<[], string>(
      `select file || ' ' || value
       from import, json_each(warnings)
       order by source, import, key`,
    )
    .pluck()
    .all();
  return [
    ...assumed,
    ...leftAside,
    ...unmatched.map((file) => `${file} was left aside: no source takes it.`),
  ];
}

/** The loaded files in the order of the sources, each source's in the order in which they were loaded. */
export function inputFiles(db: ReadableDb, { sources }: Recipe): readonly unknown[] {
  const ofSource = db.prepare<[string]>(
    'select file as name, bytes, sha256 from import where source = ? order by import',
  );
  return sources.flatMap(({ name }) => ofSource.all(name));
}
