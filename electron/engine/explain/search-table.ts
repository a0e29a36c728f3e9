import type { ColumnKind } from '../../contract/workspaces.ts';
import { readId, type StoredValue } from '../ingest/values.ts';
import { escaped, formsOf } from '../text-patterns.ts';
import { identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import type { Value } from './readable.ts';

/** A table whose rows have an entity's key, and the columns in which a text is looked for. */
export interface Haystack {
  /** As SQL names it. */
  readonly table: string;
  readonly key: readonly string[];
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
}

/** Where a text was found, and the key of the row. */
export interface Find {
  readonly key: readonly Value[];
  readonly column: string;
  readonly value: Value;
}

/** The kinds of columns that a person knows somebody by. */
export function isSearched(kind: ColumnKind): boolean {
  return kind === 'id' || kind === 'email' || kind === 'text';
}

/**
 * Rows in which a column holds a text, one a key, at most so many: first those whose key it is, then those of which a column is the text,
 * begins with it, has it somewhere; the last three in any case. Where it is a key, nobody is looked for who only has it somewhere.
 */
export function searchTable(db: ReadableDb, haystack: Haystack, text: string, most: number): readonly Find[] {
  // No cell that is read holds it, and SQLite would take what stands before it for all of the text.
  if (text.includes('\0')) return [];
  const own = byKey(db, haystack, text);
  const beginning = formsOf(text).map((form) => `${escaped(form)}%`);
  const part = beginning.map((pattern) => `%${pattern}`);
  const levels: readonly (() => readonly Find[])[] = [
    () => own,
    () => bySql(db, haystack, [readId(text), ...formsOf(text)], equals, most),
    () => bySql(db, haystack, beginning, like, most),
    () => (own.length > 0 ? [] : bySql(db, haystack, part, like, most)),
  ];
  const found = new Map<string, Find>();
  for (const level of levels) {
    for (const find of level()) {
      const id = JSON.stringify(find.key.map(String));
      if (!found.has(id)) found.set(id, find);
      if (found.size >= most) return [...found.values()];
    }
  }
  return [...found.values()];
}

function byKey(db: ReadableDb, { table, key }: Haystack, text: string): readonly Find[] {
  // A key of several columns is written with commas between them, or with tabs, as cells of a table are copied.
  const parts = key.length === 1 ? [text] : text.split(/[,\t]/).map((part) => part.trim());
  if (parts.length !== key.length) return [];
  const row = db
    .prepare<unknown[], Value[]>(
      `select ${identifiers(key)} from ${table} where ${key.map((name) => `${identifier(name)} = ?`).join(' and ')} limit 1`,
    )
    .raw()
    .safeIntegers()
    .get(...parts.map(readId));
  return row ? [{ key: row, column: key.join(', '), value: row.join(', ') }] : [];
}

const equals = (column: string, parameter: string) => `${column} = ${parameter} collate nocase`;
const like = (column: string, parameter: string) => `${column} like ${parameter} escape '\\'`;

/** One row a key and place of which a column matches one of the values. */
function bySql(
  db: ReadableDb,
  { table, key, columns }: Haystack,
  values: readonly StoredValue[],
  matches: (column: string, parameter: string) => string,
  most: number,
): readonly Find[] {
  const cases = columns.map(({ name }, index) => {
    const any = values.map((_, at) => matches(identifier(name), `:v${at}`)).join(' or ');
    return `when ${any} then ${index}`;
  });
  const shown = columns.map(({ name }, index) => `when ${index} then ${identifier(name)}`);
  const rows = db
    .prepare<unknown[], Value[]>(
      // No column of a recipe can have a name that begins with _.
      `select distinct ${identifiers(key)}, _place, case _place ${shown.join(' ')} end
       from (select *, case ${cases.join(' ')} end as _place from ${table})
       where _place is not null and ${key.map((name) => `${identifier(name)} is not null`).join(' and ')}
       limit ${most}`,
    )
    .raw()
    .safeIntegers()
    .all(Object.fromEntries(values.map((value, at) => [`v${at}`, value])));
  return rows.map((row) => ({
    key: row.slice(0, key.length),
    column: columns[Number(row[key.length])]?.name ?? '',
    value: row[key.length + 1] ?? null,
  }));
}
