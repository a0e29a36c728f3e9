import type { Reading } from '../../contract/files.ts';
import type { Column } from '../recipe/recipe.ts';
import { type HeaderMatch, matchHeader, normalizeHeader } from './headers.ts';

/** A column as it is looked for. */
export type Headed = Pick<Column, 'name' | 'header'>;

/** Where each column stands in a file that is read in a way that the user may have decided. */
export interface ColumnMatch extends HeaderMatch {
  /** Headers that the user named and that are not there, by those that they were to stand for. */
  readonly absent: readonly { readonly column: string; readonly header: string }[];
}

/** The header that is to be looked for, for each column: the one that the user named, else the column's own. */
export function wantedHeaders(
  columns: readonly Headed[],
  { columns: named = {} }: Reading,
): readonly string[] {
  return columns.map(({ name, header }) => named[name] ?? header);
}

/** Finds columns in a header: by the header that the user named, as written or else as names are compared; the others by their own. */
export function matchColumns(
  header: readonly string[],
  columns: readonly Headed[],
  { columns: named = {} }: Reading,
): ColumnMatch {
  const own = matchHeader(
    header,
    columns.map((column) => column.header),
  );
  const decided = new Set(columns.filter(({ name }) => named[name] !== undefined).map((each) => each.header));
  const absent: { column: string; header: string }[] = [];
  const indexes = columns.map(({ name, header: column }, index) => {
    const wanted = named[name];
    if (wanted === undefined) return own.indexes[index] ?? -1;
    if (wanted === null) return -1;
    const place = placeOfHeader(header, wanted);
    if (place === -1) absent.push({ column, header: wanted });
    return place;
  });
  return { indexes, ambiguous: own.ambiguous.filter(({ column }) => !decided.has(column)), absent };
}

/** Where each column that the file has stands in its records. */
export function placesByName(
  columns: readonly Headed[],
  indexes: readonly number[],
): Readonly<Record<string, number>> {
  const found = columns.map(({ name }, index): [string, number] => [name, indexes[index] ?? -1]);
  return Object.fromEntries(found.filter(([, index]) => index >= 0));
}

function placeOfHeader(header: readonly string[], wanted: string): number {
  const exact = header.indexOf(wanted);
  if (exact >= 0) return exact;
  const name = normalizeHeader(wanted);
  return header.findIndex((cell) => normalizeHeader(cell) === name);
}
