import type { FileShape, Reading } from '../../contract/files.ts';
import { Failure } from '../failure.ts';
import { matchColumns, wantedHeaders } from '../ingest/column-places.ts';
import { DELIMITERS, type Delimiter, findDelimiter } from '../ingest/delimiter.ts';
import { jsonHead, jsonRows } from '../ingest/json/json-head.ts';
import { isJsonName, refuseJsonText } from '../ingest/json/json-name.ts';
import { patternTest } from '../ingest/match-files.ts';
import type { Source } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { type Head, type HeadRecords, headRecords } from './head.ts';
import { keysOf, rememberedReading } from './remembered-reading.ts';

/** A required column counts as much as so many others. */
const REQUIRED_WEIGHT = 3;

/** How well a file fits a source. */
export interface SourceFit {
  readonly source: Source;
  /** Whether a pattern of the source takes the file's name. */
  readonly byName: boolean;
  /** Share of the source's columns that the header has, required ones weighing most: 0 to 1. */
  readonly fit: number;
  /** Headers of required columns that the file has not. */
  readonly missing: readonly string[];
  /** Headers of columns that two or more of the file stand for. */
  readonly ambiguous: readonly string[];
  readonly shape: FileShape;
  /** None in JSON. */
  readonly delimiter: Delimiter | undefined;
  readonly records: HeadRecords;
  /** For each column where it stands, -1 where it does not. */
  readonly indexes: readonly number[];
  readonly reading: Reading;
  /** The file for which the reading was decided before, null where none was. */
  readonly readingFrom: string | null;
}

/** What of a fit is told otherwise from delimited files than from JSON. */
type Layout = Pick<SourceFit, 'shape' | 'delimiter' | 'records' | 'reading' | 'readingFrom'> & {
  /** Whether a column that is not found may be there all the same. */
  readonly isUnknown: boolean;
};

/** How many records are looked at. */
export const HEAD_RECORDS = 20;

/**
 * How well a file fits each source, by name and header: best first. Before there is a workspace (undefined) no reading is remembered. Throws
 * a Failure where its header cannot be read by any.
 */
export function sourceFits(
  db: ReadableDb | undefined,
  sources: readonly Source[],
  head: Head,
): readonly SourceFit[] {
  const fits: SourceFit[] = [];
  let failure: Failure | undefined;
  for (const source of sources) {
    try {
      fits.push(sourceFit(db, source, head));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failure ??= error;
    }
  }
  if (fits.length === 0 && failure) throw failure;
  return fits.sort((one, other) => Number(other.byName) - Number(one.byName) || other.fit - one.fit);
}

/** How well a file fits a source when it is read in a way: the one that is given, else the one remembered for its header. */
export function sourceFit(
  db: ReadableDb | undefined,
  source: Source,
  head: Head,
  decided?: Reading,
): SourceFit {
  const layoutOf = isJsonName(head.name) ? jsonLayout : delimitedLayout;
  const { isUnknown, ...layout } = layoutOf(db, source, head, decided);
  const { records, reading } = layout;
  const { indexes, ambiguous } = matchColumns(records.header, source.columns, reading);
  return {
    source,
    byName: source.files.some((pattern) => patternTest(pattern)(head.name)),
    fit: shareOf(source, (column) => (indexes[column] === -1 ? 0 : 1)),
    missing: source.columns
      .filter(({ required }, column) => required && indexes[column] === -1 && !isUnknown)
      .map(({ header }) => header),
    ambiguous: ambiguous.map(({ column }) => column),
    indexes,
    ...layout,
  };
}

function delimitedLayout(
  db: ReadableDb | undefined,
  source: Source,
  head: Head,
  decided: Reading | undefined,
): Layout {
  refuseJsonText(head.path, head.firstLine);
  const { reading, readingFrom } = decided
    ? { reading: decided, readingFrom: null }
    : recalled(db, source, head);
  const delimiter =
    reading.delimiter ?? findDelimiter(head.firstLine, wantedHeaders(source.columns, reading));
  const records = headRecords(head, delimiter, HEAD_RECORDS);
  return { shape: 'delimited', delimiter, records, reading, readingFrom, isUnknown: false };
}

/** The keys of the first records stand for the header; where none of them can be read they tell nothing. */
function jsonLayout(
  db: ReadableDb | undefined,
  source: Source,
  { text, whole }: Head,
  decided: Reading | undefined,
): Layout {
  const { shape, keys, readable } = jsonHead(text, whole);
  const rows = jsonRows(text, whole, keys, HEAD_RECORDS).map(({ line, cells }) => ({ line, cells }));
  const remembered = decided || !db ? undefined : rememberedReading(db, source.name, keysOf(keys));
  return {
    ...{ shape, delimiter: undefined, isUnknown: readable === 0 },
    records: { header: keys, line: 1, rows },
    reading: decided ?? remembered?.reading ?? {},
    readingFrom: remembered?.file ?? null,
  };
}

/** How much of a source there is, 0 to 1, by how far each of its columns is; required ones weigh most. */
export function shareOf({ columns }: Source, there: (column: number) => number): number {
  const weights = columns.map(({ required }) => (required ? REQUIRED_WEIGHT : 1));
  const found = weights.map((weight, column) => weight * there(column));
  return sum(found) / Math.max(sum(weights), 1);
}

/** The reading remembered for the header, by whichever delimiter it comes out. */
function recalled(
  db: ReadableDb | undefined,
  source: Source,
  head: Head,
): { readonly reading: Reading; readonly readingFrom: string | null } {
  if (!db) return { reading: {}, readingFrom: null };
  const { columns } = source;
  const told = findDelimiter(head.firstLine, wantedHeaders(columns, {}));
  for (const delimiter of new Set([told, ...DELIMITERS])) {
    const header = headerBy(head, delimiter);
    const remembered = header && rememberedReading(db, source.name, header);
    if (!remembered) continue;
    const { reading, file } = remembered;
    const again = findDelimiter(head.firstLine, wantedHeaders(columns, reading));
    return { reading: again === delimiter ? reading : { ...reading, delimiter }, readingFrom: file };
  }
  return { reading: {}, readingFrom: null };
}

/** The header by a delimiter, undefined where it cannot be read by it. */
function headerBy(head: Head, delimiter: Delimiter): readonly string[] | undefined {
  try {
    return headRecords(head, delimiter, 0).header;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
