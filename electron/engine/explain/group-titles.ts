import { identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import { readable, type Value } from './readable.ts';
import type { StoredRun } from './stored-run.ts';

/** What each group of a run is in words, of several the least, by its values as a JSON list of texts; empty where the recipe has no words for them. */
export function groupTitles(
  db: ReadableDb,
  { recipe: { by }, tables }: StoredRun,
): Readonly<Record<string, string>> {
  if (by?.title === undefined) return {};
  const rows = db
    .prepare<[], Value[]>(
      // One row a group: the table may be the population.
      `select ${identifiers(by.columns)}, min(${identifier(by.title)})
       from main.${identifier(tables.table(by.table))}
       group by ${identifiers(by.columns)}`,
    )
    .raw()
    .safeIntegers()
    .all();
  return Object.fromEntries(
    rows.map((row) => [
      JSON.stringify(row.slice(0, -1).map(String)),
      readable(row.at(-1) ?? null, undefined) ?? '',
    ]),
  );
}
