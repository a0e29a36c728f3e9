import type { OnProgress } from '../../contract/progress.ts';
import { BatchInserter } from '../ingest/batch-inserter.ts';
import { feedRecords, type RecordTaker } from '../ingest/feed-records.ts';
import type { LookAhead, SourceFile } from '../ingest/look-ahead.ts';
import { type ReadRecord, type RecordFault, recordReader } from '../ingest/read-record.ts';
import type { Column } from '../recipe/recipe.ts';
import type { WritableDb } from '../workspace/database.ts';
import type { FoundHeader } from './header-layout.ts';

/** Where the values of a file's records go, once its header is known. */
export interface Loading {
  readonly table: string;
  /** Columns of the table behind `line`, the types of what they take, and where that stands in the file. */
  readonly columns: readonly (Column & { readonly place: number })[];
}

/** A record that was left aside. */
export interface LeftAside {
  readonly line: number;
  readonly codes: readonly string[];
}

/** What was found in a file: read = accepted + rejected. */
export interface LoadedAuditFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** How many records have each code, in the order of the codes. */
  readonly codes: Readonly<Record<string, number>>;
  /** The first records that were left aside. */
  readonly leftAside: readonly LeftAside[];
  /** Whether the bytes are no UTF-8, so that the encoding was assumed. */
  readonly encodingAssumed: boolean;
}

const MOST_LEFT_ASIDE = 3;

/**
 * Loads a file of an audit: `begin` says, when the header is there, into which table; records with a fault are counted and left aside.
 * Throws a Failure when it is no flat file, changes meanwhile, or an independent count of its records does not agree.
 */
export async function loadAuditFile(
  db: WritableDb,
  sourceFile: SourceFile,
  look: LookAhead,
  begin: (header: FoundHeader) => Loading,
  onProgress: OnProgress,
): Promise<LoadedAuditFile> {
  const { file, source } = sourceFile;
  const records = new AuditRecords(db, file.path, begin);
  const { survey, read } = await feedRecords(sourceFile, look, records, onProgress);
  const found = records.end();
  onProgress({ kind: 'loaded', source: source.name, file: file.name, already: false });
  return {
    ...found,
    read,
    sha256: survey.sha256,
    bytes: file.bytes,
    encodingAssumed: survey.encoding.encoding === 'windows-1252',
  };
}

/** Takes a file's records for an audit: each is stored or left aside. */
class AuditRecords implements RecordTaker {
  readonly #db: WritableDb;
  readonly #path: string;
  readonly #begin: (header: FoundHeader) => Loading;
  readonly #codes = new Map<string, number>();
  readonly #leftAside: LeftAside[] = [];
  #accepted = 0;
  #rejected = 0;
  #inserter: BatchInserter | undefined;
  #readRecord: ReadRecord = () => undefined;

  constructor(db: WritableDb, path: string, begin: (header: FoundHeader) => Loading) {
    this.#db = db;
    this.#path = path;
    this.#begin = begin;
  }

  readonly header = (cells: readonly string[], line: number): void => {
    const { table, columns } = this.#begin({ path: this.#path, line, cells });
    this.#readRecord = recordReader(
      columns,
      columns.map(({ place }) => place),
    );
    this.#inserter = new BatchInserter(this.#db, table, ['line', ...loadingNames(columns.length)]);
  };

  readonly sound = (cells: readonly string[], line: number): void => {
    const inserter = this.#inserter;
    if (!inserter) throw new Error('The header comes first.');
    const faults = this.#readRecord(cells, inserter.values, inserter.offset + 1);
    if (faults) {
      this.broken(cells, line, faults);
      return;
    }
    inserter.values[inserter.offset] = BigInt(line);
    inserter.commitRow();
    this.#accepted++;
  };

  readonly broken = (_: readonly string[], line: number, faults: readonly RecordFault[]): void => {
    this.#rejected++;
    const codes = [
      ...new Set(faults.map(({ column, code }) => (column === null ? code : `${column}:${code}`))),
    ];
    for (const code of codes) this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
    if (this.#leftAside.length < MOST_LEFT_ASIDE) this.#leftAside.push({ line, codes });
  };

  /** Stores what is still waiting, and says what was found. */
  end() {
    this.#inserter?.flush();
    const codes = Object.fromEntries([...this.#codes].sort(([one], [other]) => (one < other ? -1 : 1)));
    return { accepted: this.#accepted, rejected: this.#rejected, codes, leftAside: this.#leftAside };
  }
}

/** The columns of a loading table behind `line`: their names in files may be anything. */
export function loadingNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `v${index + 1}`);
}
