import { Failure } from '../failure.ts';
import { matchHeader, normalizeHeader } from '../ingest/headers.ts';
import { suggest } from '../suggest.ts';

/** A column of a file of an audit. */
export interface AuditColumn {
  /** The header as written; numbered where another column has the same, a place where it is empty. */
  readonly title: string;
  /** The title as it is compared between files. */
  readonly same: string;
  /** Where it stands in the file, from 0. */
  readonly place: number;
}

/** Which columns of a file are what. */
export interface HeaderLayout {
  /** Where each column of the key stands; -1 where a reference has it not. */
  readonly keyPlaces: readonly number[];
  /** The other columns, in the order of the file. */
  readonly columns: readonly AuditColumn[];
}

/** A header, and where it was found. */
export interface FoundHeader {
  readonly path: string;
  readonly line: number;
  readonly cells: readonly string[];
}

/** SQLite's limit is 2,000 columns a table, some of which the key takes. */
export const MOST_COLUMNS = 1900;

/**
 * Tells the columns of a file. Throws a Failure where a column of the key, or another that is required, is not there or there twice; of a
 * reference (`keyMayLack`) some columns of the key may be missing.
 */
export function layoutOf(
  header: FoundHeader,
  key: readonly string[],
  required: readonly string[] = [],
  keyMayLack = false,
): HeaderLayout {
  const { path, line, cells } = header;
  if (cells.length > MOST_COLUMNS) {
    throw new Failure(
      `${path}: line ${line} has ${cells.length} columns; an audit reads ${MOST_COLUMNS} at most.`,
      'Leave some out.',
    );
  }
  const wanted = [...key, ...required];
  const { indexes, ambiguous } = matchHeader(cells, wanted);
  const [twice] = ambiguous;
  if (twice) {
    const both = twice.indexes.map((index) => `"${cells[index]}" (column ${index + 1})`).join(' and ');
    throw new Failure(`${path}: line ${line}: ${both} both mean ${twice.column}.`, 'Rename one of them.');
  }
  const keyPlaces = indexes.slice(0, key.length);
  const missing = wanted.filter((_, index) => indexes[index] === -1 && !(keyMayLack && index < key.length));
  if (missing.length > 0) throw missingColumns(header, missing, key);
  if (keyMayLack && keyPlaces.every((place) => place === -1)) throw missingColumns(header, key, key);
  const places = new Set(keyPlaces);
  return { keyPlaces, columns: columnsOf(cells).filter(({ place }) => !places.has(place)) };
}

/** The columns of a header under titles that differ, also as they are compared. */
export function columnsOf(cells: readonly string[]): readonly AuditColumn[] {
  const taken = new Set<string>();
  return cells.map((cell, place) => {
    // A mark of the byte order that stands in a text is no letter.
    const plain = cell.replaceAll('\uFEFF', '').trim() || `column ${place + 1}`;
    let title = plain;
    for (let turn = 2; taken.has(normalizeHeader(title)); turn++) title = `${plain} (${turn})`;
    const same = normalizeHeader(title);
    taken.add(same);
    return { title, same, place };
  });
}

/** The failure of a header that lacks columns, with those that were found. */
export function missingColumns(
  { path, line, cells }: FoundHeader,
  missing: readonly string[],
  key: readonly string[] = [],
): Failure {
  const hints = missing.flatMap((name) => {
    const near = suggest(name, cells);
    return near === undefined ? [] : [`Is "${near}" ${name}?`];
  });
  const found = cells.map((cell) => `"${cell}"`).join(', ');
  const ofKey = missing.every((name) => key.includes(name));
  return new Failure(
    `${path}: line ${line} has no column ${missing.join(', ')}. Found: ${found}.`,
    [...hints, `Rename or add the column in the file${ofKey ? ', or name another key' : ''}.`].join(' '),
  );
}
