import { join } from 'node:path';
import { reasonCodes } from '../ingest/column-headers.ts';
import { normalizeHeader } from '../ingest/headers.ts';
import { placeOf } from '../ingest/record-number.ts';
import type { Source } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { type Cell, writeCsv } from './csv-writer.ts';
import type { WrittenFile } from './written-file.ts';

/** A rejected record: its number, its original cells as JSON, its codes joined by `|`. */
export type RejectedRow = readonly [record: bigint, cells: string, codes: string];

/** What stands after a record's own cells. */
export interface AddedColumns {
  readonly names: readonly string[];
  cells(codes: string, file: string, line: number): readonly Cell[];
}

const REASON_AND_PLACE = ['rejection_reason', 'source_file', 'source_line'];

/** The columns that Muster adds to files for a supplier. */
export const FOR_SUPPLIER = ['rejection_reason', 'what_is_wrong', 'source_file', 'source_line'];

interface ImportRow {
  readonly import: number;
  readonly file: string;
  readonly delimiter: string;
  readonly header: string;
}

/** How a file's cells come under the common header. */
interface FilePlaces {
  readonly file: string;
  readonly delimiter: string;
  /** How many columns the file has, those among them that Muster has added. */
  readonly columns: number;
  /** Where each of them is written. */
  readonly at: readonly number[];
}

/** The name of the file that a source's rejected records are written to. */
export function rejectedFileName(source: string): string {
  return `rejected-${source.replaceAll('_', '-')}.csv`;
}

/**
 * Writes a source's rejected records with their original cells, then reason, file and line; corrected, it
 * can be loaded again as it is. Files with other columns than the first add theirs at the end.
 */
export function writeRejectedFile(db: ReadableDb, source: Source, folder: string): WrittenFile {
  const rejected = db
    .prepare<[string], RejectedRow>(
      `select record, cells, codes
       from rejected
       where import in (select import from import where source = ?)
       order by record`,
    )
    .raw()
    .safeIntegers();
  const path = join(folder, rejectedFileName(source.name));
  const added: AddedColumns = {
    names: REASON_AND_PLACE,
    cells: (codes, file, line) => [reasonCodes(source, codes).join('|'), file, line],
  };
  const { header, rows } = rejectedTable(db, source, added, () => rejected.iterate(source.name));
  return writeCsv(path, header, rows);
}

/** Rejected records of a source, asked for once the rows are, under the columns of its files, each followed by what is added. */
export function rejectedTable(
  db: ReadableDb,
  source: Source,
  added: AddedColumns,
  records: () => Iterable<RejectedRow>,
): { readonly header: readonly string[]; readonly rows: Iterable<readonly Cell[]> } {
  const imports = db
    .prepare<[string], ImportRow>(
      'select import, file, delimiter, header from import where source = ? order by import',
    )
    .all(source.name);
  const header: string[] = [];
  const places = new Map<number, FilePlaces>();
  for (const { import: importNumber, file, delimiter, header: cells } of imports) {
    const own = withoutOwnColumns(JSON.parse(cells) as string[]);
    places.set(importNumber, {
      file,
      delimiter,
      columns: (JSON.parse(cells) as string[]).length,
      at: placeColumns(header, own),
    });
  }
  if (imports.length === 0) header.push(...source.columns.map((column) => column.header));
  return { header: [...header, ...added.names], rows: rowsOf(records, header.length, places, added) };
}

/** A file that Muster wrote and that comes back: the columns that it added are written anew. */
function withoutOwnColumns(header: readonly string[]): readonly string[] {
  const ours = [REASON_AND_PLACE, FOR_SUPPLIER].find(
    (names) =>
      header.length >= names.length && names.every((name, index) => header.at(index - names.length) === name),
  );
  return ours ? header.slice(0, -ours.length) : header;
}

/** Finds each column's place in the common header, adding those that are not in it; equal names match one by one. */
function placeColumns(common: string[], header: readonly string[]): readonly number[] {
  const taken = new Set<number>();
  return header.map((cell) => {
    const name = normalizeHeader(cell);
    const known = common.findIndex((other, index) => !taken.has(index) && normalizeHeader(other) === name);
    const place = known === -1 ? common.push(cell) - 1 : known;
    taken.add(place);
    return place;
  });
}

function* rowsOf(
  records: () => Iterable<RejectedRow>,
  width: number,
  places: ReadonlyMap<number, FilePlaces>,
  added: AddedColumns,
): Iterable<readonly Cell[]> {
  for (const [record, cells, codes] of records()) {
    const { importNumber, line } = placeOf(record);
    const place = places.get(importNumber);
    if (!place) throw new Error(`Record ${record} is of no import of the source.`);
    const row = Array<Cell>(width).fill('');
    ownCells(JSON.parse(cells) as string[], place).forEach((cell, index) => {
      row[place.at[index] ?? width] = cell;
    });
    yield [...row, ...added.cells(codes, place.file, line)];
  }
}

/**
 * The cells under the file's own columns; what a record has too many stays, joined to the last of them. Of a
 * file that comes back reason, file and line are at the end, wherever in the record the surplus is.
 */
function ownCells(cells: readonly string[], { columns, delimiter, at }: FilePlaces): readonly string[] {
  const added = columns - at.length;
  const own = cells.slice(0, Math.max(at.length, cells.length - added));
  if (own.length <= at.length) return own;
  return [...own.slice(0, at.length - 1), own.slice(at.length - 1).join(delimiter)];
}
