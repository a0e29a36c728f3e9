import { identifier, literal, type ReadableDb } from './database.ts';

/** A value that stands in SQL text: whole numbers and texts, kept apart. */
export type PlainValue = string | number;

/** Lets queries name rows that stand nowhere in the workspace as a table, on this connection only: nothing of them is stored. */
export function exposeValues(
  db: ReadableDb,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly PlainValue[])[],
): void {
  const view = identifier(name);
  const listed = columns.map((column, at) => `value ->> ${at} as ${identifier(column)}`).join(', ');
  db.exec(`drop view if exists temp.${view}`);
  // As one text, since SQLite takes a list of values within a view only up to 1,000 of them; materialized, so that a join
  // reads that text once.
  db.exec(
    `create temp view ${view} as with listed as materialized (
       select ${listed} from json_each(${literal(JSON.stringify(rows))})
     ) select * from listed`,
  );
}
