import type { Source } from '../recipe/recipe.ts';
import { exposeTable, identifier, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import type { ColumnType } from './values.ts';

/** SQLite's type of a column; ANY keeps an integer an integer and a text a text. */
const STORAGE: Readonly<Record<ColumnType['kind'], string>> = {
  id: 'any',
  text: 'text',
  integer: 'integer',
  decimal: 'integer',
  date: 'text',
  timestamp: 'text',
  boolean: 'integer',
  enum: 'text',
  email: 'text',
};

/** The name of the table that holds a source's accepted records. */
export function stagingName(source: string): string {
  return `source_${source}`;
}

/** Creates the empty staging table of a source; `record` is (import << 32) + line. */
export function createStaging(db: WritableDb, source: Source): void {
  // That required values are there is the loader's to see to: SQLite's own check of it costs a fifth of the load.
  const columns = source.columns.map(({ name, type }) => `${identifier(name)} ${STORAGE[type.kind]}`);
  db.exec(
    `create table ${identifier(stagingName(source.name))} (record integer primary key, ${columns.join(', ')}) strict`,
  );
}

/** Lets queries name a source by its bare name: a temporary view of `record` and its columns. */
export function exposeSource(db: ReadableDb, source: Source): void {
  exposeTable(db, source.name, stagingName(source.name));
}
