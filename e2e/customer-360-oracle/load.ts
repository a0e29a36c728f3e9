import { decode } from '../oracle/decode.ts';
import { readBytes } from '../oracle/files.ts';
import type { LoadedFile, LoadedSource, Rejected, Row } from '../oracle/load.ts';
import { readValue, type Value } from '../oracle/values.ts';
import { type ReadRecord, readDelimited } from './read-delimited.ts';
import { readJson } from './read-json.ts';
import type { Customer360Source } from './sources.ts';
import { titleCase } from './title-case.ts';

/** A rejected record: its codes, and the original texts of the declared columns. */
export interface Refused {
  readonly codes: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
}

/** A loaded source, and which of its files are JSON arrays. */
export interface Loaded extends LoadedSource {
  /** In file order, then line order. */
  readonly refused: readonly Refused[];
  readonly arrays: readonly string[];
}

/** Loads the files of a source, as they follow each other. */
export function load(source: Customer360Source, folder: string, names: readonly string[]): Loaded {
  const accepted: Row[] = [];
  const refused: Refused[] = [];
  const arrays: string[] = [];
  const seen = new Map(source.keys.map((key) => [key, new Set<Value>()]));
  const files = names.map((file): LoadedFile => {
    const { text, encoding } = decode(readBytes(folder, file));
    const { header, array, records } = isJson(file)
      ? readJson(text, source.columns)
      : readDelimited(text, source.columns);
    const rejected: Rejected[] = [];
    for (const record of records) {
      const { row, codes } = judge(source, record, seen);
      if (codes.length > 0) {
        refused.push({ codes, texts: record.texts });
        rejected.push({ file, line: record.line, cells: record.cells, codes });
        continue;
      }
      accepted.push(row);
      for (const [key, values] of seen) values.add(row.get(key) ?? null);
    }
    if (array) arrays.push(file);
    return { file, header, assumedEncoding: encoding === 'windows-1252', read: records.length, rejected };
  });
  return { source, files, accepted, refused, arrays };
}

function isJson(file: string): boolean {
  return /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i.test(file);
}

/** The values of a record, and all that is wrong with it: its columns first, then the keys that are taken. */
function judge(
  source: Customer360Source,
  { texts, fault }: ReadRecord,
  seen: ReadonlyMap<string, ReadonlySet<Value>>,
): { readonly row: Row; readonly codes: readonly string[] } {
  if (fault !== undefined) return { row: new Map(), codes: [fault] };
  const row = new Map<string, Value>();
  const codes: string[] = [];
  for (const column of source.columns) {
    const reading = readValue(column, texts.get(column.name) ?? '');
    const code = 'code' in reading ? reading.code : column.faultBeside?.(reading.value, row);
    if (code !== undefined) codes.push(`${column.name}:${code}`);
    else if ('value' in reading) row.set(column.name, rewritten(source, column.name, reading.value));
  }
  for (const [key, values] of seen) {
    if (values.has(row.get(key) ?? null)) codes.push(`${key}:duplicate_key`);
  }
  return { row, codes };
}

function rewritten({ title, lower }: Customer360Source, column: string, value: Value): Value {
  if (typeof value !== 'string') return value;
  if (title.includes(column)) return titleCase(value);
  return lower.includes(column) ? value.toLowerCase() : value;
}
