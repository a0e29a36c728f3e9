import type { OnProgress } from '../../contract/progress.ts';
import { Failure } from '../failure.ts';
import { BatchInserter } from '../ingest/batch-inserter.ts';
import { skipBytes, unreadableText } from '../ingest/encoding.ts';
import { findParting } from '../ingest/find-parting.ts';
import { delimiterOf, type LookAhead, type SourceFile } from '../ingest/look-ahead.ts';
import { type ReadRecord, type RecordFault, recordReader } from '../ingest/read-record.ts';
import { RecordSplitter } from '../ingest/split-records.ts';
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

const TOO_FEW: readonly RecordFault[] = [{ column: null, code: 'too_few_fields' }];
const TOO_MANY: readonly RecordFault[] = [{ column: null, code: 'too_many_fields' }];
const UNREADABLE: readonly RecordFault[] = [{ column: null, code: 'unreadable' }];

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
  const survey = await look.survey(sourceFile);
  const { encoding, markBytes } = survey.encoding;
  const delimiter = delimiterOf(survey, sourceFile);
  const records = new AuditRecords(db, file.path, unreadableText(survey.encoding), begin);
  const splitter = new RecordSplitter(delimiter, records.take);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let bytesRead = 0;
  const content = file.content((piece) => {
    bytesRead += piece.length;
  });
  const feed = (text: string) => {
    records.look(text);
    splitter.push(text);
  };
  for await (const chunk of skipBytes(content, markBytes)) {
    feed(decoder.decode(chunk, { stream: true }));
    const { name, bytes } = file;
    onProgress({ kind: 'file', source: source.name, file: name, bytes, bytesRead, records: records.read });
  }
  feed(decoder.decode());
  splitter.end();
  const counted = await look.count(sourceFile);
  file.assertUnchanged();
  const found = records.end();
  if (counted !== found.read + 1) {
    const line = await findParting(file, survey.encoding, delimiter);
    throw new Failure(
      `${file.path}: ${found.read + 1} records were read, but its bytes hold ${counted}; they part after line ${line}.`,
      'Nothing was written. Look at that place in the file, and please report it: this must not happen.',
    );
  }
  onProgress({ kind: 'loaded', source: source.name, file: file.name, already: false });
  return {
    ...found,
    sha256: survey.sha256,
    bytes: file.bytes,
    encodingAssumed: encoding === 'windows-1252',
  };
}

/** Takes a file's records one by one: the first is the header, each other is stored or left aside. */
class AuditRecords {
  read = 0;
  readonly #db: WritableDb;
  readonly #path: string;
  readonly #unreadable: RegExp;
  readonly #begin: (header: FoundHeader) => Loading;
  readonly #codes = new Map<string, number>();
  readonly #leftAside: LeftAside[] = [];
  #mayBeUnreadable = false;
  #fields = 0;
  #accepted = 0;
  #rejected = 0;
  #inserter: BatchInserter | undefined;
  #readRecord: ReadRecord = () => undefined;

  constructor(db: WritableDb, path: string, unreadable: RegExp, begin: (header: FoundHeader) => Loading) {
    this.#db = db;
    this.#path = path;
    this.#unreadable = unreadable;
    this.#begin = begin;
  }

  /** Looks at a piece of text before it is split: where nothing unreadable has come, no record need be looked at. */
  look(text: string): void {
    this.#mayBeUnreadable ||= this.#unreadable.test(text);
  }

  readonly take = (cells: string[], line: number, broken: boolean): void => {
    const unreadable = broken || (this.#mayBeUnreadable && cells.some((cell) => this.#unreadable.test(cell)));
    if (!this.#inserter) {
      this.#takeHeader({ path: this.#path, line, cells }, unreadable);
      return;
    }
    this.read++;
    if (unreadable) this.#leaveAside(line, UNREADABLE);
    else if (cells.length !== this.#fields) {
      this.#leaveAside(line, cells.length < this.#fields ? TOO_FEW : TOO_MANY);
    } else this.#store(this.#inserter, cells, line);
  };

  /** Stores what is still waiting, and says what was found. Throws a Failure for a file without a header. */
  end() {
    if (!this.#inserter) throw new Failure(`${this.#path} has no header.`, 'Export it again.');
    this.#inserter.flush();
    const codes = Object.fromEntries([...this.#codes].sort(([one], [other]) => (one < other ? -1 : 1)));
    return {
      read: this.read,
      accepted: this.#accepted,
      rejected: this.#rejected,
      codes,
      leftAside: this.#leftAside,
    };
  }

  #takeHeader(header: FoundHeader, unreadable: boolean): void {
    if (unreadable) {
      throw new Failure(
        `${this.#path}: the header on line ${header.line} cannot be read.`,
        'Is it a flat file? Export it again.',
      );
    }
    const { table, columns } = this.#begin(header);
    this.#fields = header.cells.length;
    this.#readRecord = recordReader(
      columns,
      columns.map(({ place }) => place),
    );
    this.#inserter = new BatchInserter(this.#db, table, ['line', ...loadingNames(columns.length)]);
  }

  #store(inserter: BatchInserter, cells: readonly string[], line: number): void {
    const faults = this.#readRecord(cells, inserter.values, inserter.offset + 1);
    if (faults) {
      this.#leaveAside(line, faults);
      return;
    }
    inserter.values[inserter.offset] = BigInt(line);
    inserter.commitRow();
    this.#accepted++;
  }

  #leaveAside(line: number, faults: readonly RecordFault[]): void {
    this.#rejected++;
    const codes = [
      ...new Set(faults.map(({ column, code }) => (column === null ? code : `${column}:${code}`))),
    ];
    for (const code of codes) this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
    if (this.#leftAside.length < MOST_LEFT_ASIDE) this.#leftAside.push({ line, codes });
  }
}

/** The columns of a loading table behind `line`: their names in files may be anything. */
export function loadingNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `v${index + 1}`);
}
