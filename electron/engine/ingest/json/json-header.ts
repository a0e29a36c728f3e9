import type { Reading } from '../../../contract/files.ts';
import { Failure } from '../../failure.ts';
import type { Column, Source } from '../../recipe/recipe.ts';
import { matchColumns } from '../column-places.ts';
import { normalizeHeader } from '../headers.ts';
import { suggestHeaders } from '../suggest-headers.ts';
import { type JsonHead, jsonHead, jsonRows } from './json-head.ts';
import type { DeclaredKey } from './scan-object.ts';

/** So many records say which key may be meant for a column that has none. */
const RECORDS_TO_SUGGEST = 20;

/** A message names no more keys than one can take in. */
const MOST_NAMES = 30;

/**
 * What stands for the header of a JSON file: the keys of the source's columns, in their order, each once. Where the user has named a key
 * for a column it is that. Ids and texts take no objects and arrays.
 */
export function jsonHeader(columns: readonly Column[], reading: Reading): readonly DeclaredKey[] {
  const named = reading.columns ?? {};
  const keys = columns.map(({ name, header }) => named[name] ?? header);
  const distinct = keys.filter(
    (key, index) => keys.findIndex((other) => normalizeHeader(other) === normalizeHeader(key)) === index,
  );
  const { indexes } = matchColumns(distinct, columns, reading);
  return distinct.map((key, place) => ({
    key,
    takesNested: columns.every(({ type }, column) => indexes[column] !== place || judgesText(type)),
  }));
}

/**
 * Columns whose key stands in none of the first records though the source requires it. A key may be absent in single records, and where
 * none can be read nothing is known.
 */
export function missingKeys({ columns }: Source, reading: Reading, head: JsonHead): readonly Column[] {
  const { indexes } = matchColumns(head.keys, columns, reading);
  return columns.filter(({ required }, column) => required && indexes[column] === -1 && head.readable > 0);
}

/** Throws a Failure where the first records of a file lack a key that the source requires. */
export function refuseMissingKeys(
  path: string,
  source: Source,
  reading: Reading,
  text: string,
  whole: boolean,
): void {
  const head = jsonHead(text, whole);
  const missing = missingKeys(source, reading, head);
  if (missing.length === 0) return;
  const rows = jsonRows(text, whole, head.keys, RECORDS_TO_SUGGEST).map(({ cells }) => cells);
  const { indexes } = matchColumns(head.keys, source.columns, reading);
  const suggested = suggestHeaders(source.columns, indexes, head.keys, rows);
  const hints = missing.flatMap(({ name, header }) => {
    const near = suggested.get(name);
    return near === undefined ? [] : [`Is "${near}" ${header}?`];
  });
  const found = head.keys.slice(0, MOST_NAMES).map((key) => `"${key}"`);
  const more = head.keys.length > MOST_NAMES ? ` and ${head.keys.length - MOST_NAMES} more` : '';
  throw new Failure(
    `${path}: none of its first records has the key ${missing.map(({ header }) => header).join(', ')}. Found: ${
      found.length > 0 ? found.join(', ') + more : 'no keys at all'
    }.`,
    [...hints, 'Rename or add the key in the file.'].join(' '),
  );
}

/** Whether values of a type are told from other text, so that an object or an array is rejected by the type's own code. */
function judgesText({ kind }: Column['type']): boolean {
  return kind !== 'id' && kind !== 'text' && kind !== 'email';
}
