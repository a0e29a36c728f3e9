import { normalizeHeader } from '../headers.ts';
import { ObjectScanner } from './scan-object.ts';
import { type JsonShape, JsonSplitter } from './split-json.ts';

/** So much of a file's text, in UTF-16 units, is looked at for the keys that its records have. */
export const HEAD_UNITS = 65_536;

/** What the first records of a JSON file tell of it. */
export interface JsonHead {
  readonly shape: JsonShape;
  /** The keys of its first records, those that compare as equal once, in the order in which they first come. */
  readonly keys: readonly string[];
  /** How many of them can be read. */
  readonly readable: number;
}

/** A record of a JSON file with its cells; one that cannot be read has its text as the only one. */
export interface JsonRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly readable: boolean;
}

/** Looks at the first records of a text; `whole` says that nothing follows it. */
export function jsonHead(text: string, whole: boolean): JsonHead {
  const keys = new Map<string, string>();
  let readable = 0;
  const splitter = new JsonSplitter(new ObjectScanner([]), undefined, (isReadable, _, piece, start, end) => {
    if (!isReadable) return;
    readable++;
    for (const key of Object.keys(JSON.parse(piece.slice(start, end)) as object)) {
      const name = normalizeHeader(key);
      if (!keys.has(name)) keys.set(name, key);
    }
  });
  splitter.push(text.slice(0, HEAD_UNITS));
  if (whole && text.length <= HEAD_UNITS) splitter.end();
  return { shape: splitter.shape, keys: [...keys.values()], readable };
}

/** The first records of a text, at most so many, with the values of keys as cells. */
export function jsonRows(
  text: string,
  whole: boolean,
  keys: readonly string[],
  most: number,
): readonly JsonRow[] {
  const rows: JsonRow[] = [];
  const scanner = new ObjectScanner(keys.map((key) => ({ key, takesNested: true })));
  const splitter = new JsonSplitter(scanner, undefined, (isReadable, line, piece, start, end) => {
    if (rows.length === most) return;
    const cells = isReadable ? [...scanner.cells] : [piece.slice(start, end)];
    rows.push({ line, cells, readable: isReadable });
  });
  let at = 0;
  for (; at < text.length && rows.length < most; at += HEAD_UNITS)
    splitter.push(text.slice(at, at + HEAD_UNITS));
  if (whole && at >= text.length) splitter.end();
  return rows;
}
