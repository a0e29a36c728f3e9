import { identifier, identifiers, type ReadableDb } from './database.ts';

/** A value that stands in SQL text: whole numbers and texts, kept apart. */
export type PlainValue = string | number;

/** Lets queries name rows that stand nowhere in the workspace as a table, on this connection only. */
export function exposeValues(
  db: ReadableDb,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly PlainValue[])[],
): void {
  const none = `select ${columns.map(() => 'null').join(', ')} where false`;
  const values = rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ');
  db.exec(`
    drop view if exists temp.${identifier(name)};
    create temp view ${identifier(name)} (${identifiers(columns)}) as ${rows.length === 0 ? none : `values ${values}`};
  `);
}

function literal(value: PlainValue): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number.`);
  return String(value);
}
