import type { Reading } from '../../contract/files.ts';
import { matchHeader } from '../ingest/headers.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** Where the columns of a loaded file stand. */
export interface ImportPlaces {
  readonly header: readonly string[];
  /** The source's column by the index of its cell. */
  readonly columnAt: ReadonlyMap<number, string>;
}

/** For each loaded file, or those of one source, where the source's columns stand in its records. */
export function importPlaces(
  db: ReadableDb,
  recipe: Recipe,
  source: string | undefined,
): ReadonlyMap<number, ImportPlaces> {
  const imports = db
    .prepare<[], { import: number; source: string; header: string; reading: string }>(
      'select import, source, header, reading from main.import order by import',
    )
    .all()
    .filter((each) => source === undefined || each.source === source);
  return new Map(
    imports.map((row) => {
      const header = JSON.parse(row.header) as readonly string[];
      const columns = recipe.sources.find(({ name }) => name === row.source)?.columns ?? [];
      const reading = JSON.parse(row.reading) as Reading;
      const names = columns.map(({ name }) => name);
      const { indexes } = matchHeader(header, names);
      const columnAt = names.flatMap((name, column): [number, string][] => {
        const decided = reading.columns?.[name];
        const index = decided === undefined ? (indexes[column] ?? -1) : header.indexOf(decided ?? '');
        return decided === null || index === -1 ? [] : [[index, name]];
      });
      return [row.import, { header, columnAt: new Map(columnAt) }];
    }),
  );
}
