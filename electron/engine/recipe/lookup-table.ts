import type { Lookup } from './recipe.ts';

/** The columns of a lookup as a table: of a grid its rows, its columns and the value, of a list the key and the rest. */
export function lookupColumns(lookup: Lookup): readonly string[] {
  if (lookup.kind === 'list') return [lookup.key, ...lookup.columns].map(({ column }) => column);
  return [lookup.rows.column, lookup.columns.column, lookup.value.column];
}

/** The rows of a lookup as a table; of a grid one a cell. */
export function lookupRows(lookup: Lookup): readonly (readonly (string | number)[])[] {
  if (lookup.kind === 'list') return lookup.rows;
  return lookup.rows.values.flatMap((row, at) =>
    lookup.columns.values.map((column, place) => [row, column, lookup.cells[at]?.[place] ?? '']),
  );
}

/** What a column of a lookup is called for people. */
export function lookupTitle(lookup: Lookup, column: string): string {
  const columns =
    lookup.kind === 'list' ? [lookup.key, ...lookup.columns] : [lookup.rows, lookup.columns, lookup.value];
  return columns.find((each) => each.column === column)?.title ?? column;
}
