import { decode } from './decode.ts';
import { readBytes } from './files.ts';
import { faultOfRecord, fitCells } from './fit-record.ts';
import { placeOf, readHeader } from './header.ts';
import type { Source } from './sources.ts';
import { type RawRecord, splitRecords } from './split.ts';
import { readValue, type Value } from './values.ts';

export type Row = ReadonlyMap<string, Value>;

export interface Rejected {
  readonly file: string;
  readonly line: number;
  /** As many as the header has, with the original text. */
  readonly cells: readonly string[];
  readonly codes: readonly string[];
}

export interface LoadedFile {
  readonly file: string;
  readonly header: readonly string[];
  readonly assumedEncoding: boolean;
  readonly read: number;
  readonly rejected: readonly Rejected[];
}

export interface LoadedSource {
  readonly source: Source;
  readonly files: readonly LoadedFile[];
  /** In file order, then line order. */
  readonly accepted: readonly Row[];
}

/** Loads the files of a source, as they follow each other. */
export function loadSource(source: Source, folder: string, names: readonly string[]): LoadedSource {
  const accepted: Row[] = [];
  const keys = new Set<Value>();
  const files = names.map((name) => loadFile(source, name, readBytes(folder, name), accepted, keys));
  return { source, files, accepted };
}

/** The files of which it had to be assumed that they are in Windows-1252. */
export function assumedFiles(sources: readonly LoadedSource[]): readonly string[] {
  return sources.flatMap(({ files }) => files.filter((file) => file.assumedEncoding).map(({ file }) => file));
}

/** The accepted records of a source, by its name. */
export function rowsOf(sources: readonly LoadedSource[], name: string): readonly Row[] {
  return pickSource(sources, name).accepted;
}

/** A loaded source by its name. */
export function pickSource(sources: readonly LoadedSource[], name: string): LoadedSource {
  const found = sources.find(({ source }) => source.name === name);
  if (!found) throw new Error(`There is no source ${name}.`);
  return found;
}

function loadFile(
  source: Source,
  file: string,
  bytes: Uint8Array,
  accepted: Row[],
  keys: Set<Value>,
): LoadedFile {
  const { text, encoding } = decode(bytes);
  const header = readHeader(text, source.columns);
  const [, ...records] = splitRecords(text, header.delimiter);
  const rejected: Rejected[] = [];
  for (const record of records) {
    const { row, codes } = judge(source, header.cells, record, keys);
    const key = source.unique === undefined ? null : (row.get(source.unique) ?? null);
    if (codes.length === 0) {
      accepted.push(row);
      if (key !== null) keys.add(key);
    } else {
      const cells = fitCells(record.cells, header.cells.length, header.delimiter);
      rejected.push({ file, line: record.line, cells, codes });
    }
  }
  const assumedEncoding = encoding === 'windows-1252';
  return { file, header: header.cells, assumedEncoding, read: records.length, rejected };
}

/** The values of a record and all that is wrong with it. */
function judge(
  source: Source,
  header: readonly string[],
  record: RawRecord,
  keys: ReadonlySet<Value>,
): { readonly row: Row; readonly codes: readonly string[] } {
  const fault = faultOfRecord(record, header.length);
  if (fault) return { row: new Map(), codes: [fault] };
  const row = new Map<string, Value>();
  const codes: string[] = [];
  const readings = source.columns.map((column) => {
    const place = placeOf(column.name, header);
    return { column, reading: place < 0 ? { value: null } : readValue(column, record.cells[place] ?? '') };
  });
  const values = new Map(
    readings.flatMap(({ column, reading }) => ('value' in reading ? [[column.name, reading.value]] : [])),
  );
  for (const { column, reading } of readings) {
    const code = 'code' in reading ? reading.code : column.faultBeside?.(reading.value, values);
    if (code !== undefined) codes.push(`${column.name}:${code}`);
    else if ('value' in reading) row.set(column.name, reading.value);
  }
  if (source.unique !== undefined && keys.has(row.get(source.unique) ?? null)) {
    codes.push(`${source.unique}:duplicate_key`);
  }
  return { row, codes };
}
