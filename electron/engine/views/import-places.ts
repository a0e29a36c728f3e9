import type { ReadableDb } from '../workspace/database.ts';

/** Where the columns of a loaded file stand. */
export interface ImportPlaces {
  readonly header: readonly string[];
  /** The source's column by the index of its cell. */
  readonly columnAt: ReadonlyMap<number, string>;
}

/** For each loaded file, or those of one source, where the source's columns stand in its records. */
export function importPlaces(db: ReadableDb, source: string | undefined): ReadonlyMap<number, ImportPlaces> {
  const imports = db
    .prepare<[], { import: number; source: string; header: string; places: string }>(
      'select import, source, header, places from main.import order by import',
    )
    .all()
    .filter((each) => source === undefined || each.source === source);
  return new Map(
    imports.map((row) => {
      const places = Object.entries(JSON.parse(row.places) as Readonly<Record<string, number>>);
      return [
        row.import,
        {
          header: JSON.parse(row.header) as readonly string[],
          columnAt: new Map(places.map(([column, index]) => [index, column])),
        },
      ];
    }),
  );
}
