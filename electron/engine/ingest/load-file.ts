import type { OnProgress } from '../../contract/progress.ts';
import { Failure } from '../failure.ts';
import { suggest } from '../suggest.ts';
import type { BatchInserter } from './batch-inserter.ts';
import { matchColumns, placesByName } from './column-places.ts';
import type { Delimiter } from './delimiter.ts';
import { type EncodingFinding, skipBytes, unreadableText } from './encoding.ts';
import { findParting } from './find-parting.ts';
import type { InputFile } from './input-file.ts';
import { delimiterOf, type LookAhead, type SourceFile } from './look-ahead.ts';
import type { Quarantine } from './quarantine.ts';
import { type ReadRecord, type RecordFault, recordReader } from './read-record.ts';
import { recordNumbers } from './record-number.ts';
import { RecordSplitter } from './split-records.ts';
import type { UniqueKeys } from './unique-keys.ts';

/** Where the records of a source go. */
export interface LoadTarget {
  readonly staging: BatchInserter;
  readonly quarantine: Quarantine;
  readonly keys: UniqueKeys | undefined;
}

/** What was found in a file. */
export interface LoadedFile {
  readonly encoding: EncodingFinding;
  /** Whether the user has said the encoding. */
  readonly encodingDecided: boolean;
  readonly delimiter: Delimiter;
  /** The header's cells as written. */
  readonly header: readonly string[];
  /** Where each column that the file has stands in it. */
  readonly places: Readonly<Record<string, number>>;
  /** Records without the header. */
  readonly read: number;
}

const TOO_FEW: readonly RecordFault[] = [{ column: null, code: 'too_few_fields' }];
const TOO_MANY: readonly RecordFault[] = [{ column: null, code: 'too_many_fields' }];
const UNREADABLE: readonly RecordFault[] = [{ column: null, code: 'unreadable' }];

/**
 * Loads a file into a source: every record goes to staging or, with its faults, to the quarantine; records
 * whose key may be taken are left to `keys` to settle. Throws a Failure when the file is no flat file with
 * the source's columns, changes meanwhile, or an independent count of its records does not agree.
 */
export async function loadFile(
  sourceFile: SourceFile,
  look: LookAhead,
  importNumber: number,
  target: LoadTarget,
  onProgress: OnProgress,
): Promise<LoadedFile> {
  const { file, source } = sourceFile;
  const survey = await look.survey(sourceFile);
  const { encoding, markBytes } = survey.encoding;
  const delimiter = delimiterOf(survey, sourceFile);
  const records = new RecordTaker(sourceFile, importNumber, target, unreadableText(survey.encoding));
  const splitter = new RecordSplitter(delimiter, records.take);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let stored = 0;
  const feed = (text: string) => {
    records.look(text);
    splitter.push(text);
  };
  const content = file.content((piece) => {
    stored += piece.length;
  });
  for await (const chunk of skipBytes(content, markBytes)) {
    feed(decoder.decode(chunk, { stream: true }));
    onProgress({
      kind: 'file',
      source: source.name,
      file: file.name,
      bytes: file.bytes,
      bytesRead: stored,
      records: records.read,
    });
  }
  feed(decoder.decode());
  splitter.end();
  target.staging.flush();
  const counted = await look.count(sourceFile);
  file.assertUnchanged();
  if (records.header === undefined) throw new Failure(`${file.path} has no header.`, 'Export it again.');
  if (counted !== records.seen) {
    const line = await findParting(file, survey.encoding, delimiter);
    throw countsDiffer(file, records.seen, counted, line);
  }
  const { header, places, read } = records;
  const encodingDecided = sourceFile.reading.encoding !== undefined;
  return { encoding: survey.encoding, encodingDecided, delimiter, header, places, read };
}

/** Takes a file's records one by one: the first is the header, each other is staged, noted or quarantined. */
class RecordTaker {
  header: readonly string[] | undefined;
  places: Readonly<Record<string, number>> = {};
  read = 0;
  readonly #sourceFile: SourceFile;
  readonly #record: (line: number) => bigint;
  readonly #target: LoadTarget;
  readonly #unreadable: RegExp;
  #mayBeUnreadable = false;
  #readRecord: ReadRecord = () => undefined;

  constructor(sourceFile: SourceFile, importNumber: number, target: LoadTarget, unreadable: RegExp) {
    this.#sourceFile = sourceFile;
    this.#record = recordNumbers(importNumber);
    this.#target = target;
    this.#unreadable = unreadable;
  }

  /** All records, the header among them. */
  get seen(): number {
    return this.read + (this.header === undefined ? 0 : 1);
  }

  /** Looks at a piece of text before it is split: where nothing unreadable has come, no record need be looked at. */
  look(text: string): void {
    this.#mayBeUnreadable ||= this.#unreadable.test(text);
  }

  readonly take = (cells: string[], line: number, broken: boolean): void => {
    const unreadable = broken || (this.#mayBeUnreadable && cells.some((cell) => this.#unreadable.test(cell)));
    if (this.header === undefined) {
      this.#takeHeader(cells, line, unreadable);
      return;
    }
    this.read++;
    const record = this.#record(line);
    if (unreadable) this.#reject(record, cells, UNREADABLE);
    else if (cells.length !== this.header.length) {
      this.#reject(record, cells, cells.length < this.header.length ? TOO_FEW : TOO_MANY);
    } else this.#takeSound(record, cells);
  };

  #takeSound(record: bigint, cells: readonly string[]): void {
    const { staging, keys } = this.#target;
    const first = staging.offset + 1;
    const faults = this.#readRecord(cells, staging.values, first);
    if (faults) {
      if (keys?.mayBeTaken(staging.values, first))
        keys.note(record, JSON.stringify(cells), faults, staging.values, first);
      else this.#reject(record, cells, faults);
      return;
    }
    staging.values[staging.offset] = record;
    if (keys?.claim(staging.values, first))
      keys.note(record, JSON.stringify(cells), [], staging.values, first);
    staging.commitRow();
  }

  #reject(record: bigint, cells: readonly string[], faults: readonly RecordFault[]): void {
    this.#target.quarantine.add(record, JSON.stringify(cells), faults);
  }

  #takeHeader(cells: readonly string[], line: number, unreadable: boolean): void {
    const { file, source, reading } = this.#sourceFile;
    const { path } = file;
    if (unreadable)
      throw new Failure(
        `${path}: the header on line ${line} cannot be read.`,
        'Is it a flat file? Export it again.',
      );
    const { columns } = source;
    const names = columns.map(({ name }) => name);
    const { indexes, ambiguous, absent } = matchColumns(cells, names, reading);
    const [twice] = ambiguous;
    if (twice) {
      const both = twice.indexes.map((index) => `"${cells[index]}" (column ${index + 1})`).join(' and ');
      throw new Failure(`${path}: line ${line}: ${both} both mean ${twice.column}.`, 'Rename one of them.');
    }
    const [gone] = absent;
    if (gone) {
      throw new Failure(
        `${path}: line ${line} has no "${gone.header}", which is to stand for ${gone.column}.`,
        'Choose another header for it.',
      );
    }
    const missing = columns.filter(({ required }, column) => required && indexes[column] === -1);
    if (missing.length > 0)
      throw missingColumns(
        path,
        line,
        missing.map(({ name }) => name),
        cells,
      );
    this.header = cells;
    this.places = placesByName(names, indexes);
    this.#readRecord = recordReader(columns, indexes, reading.formats);
  }
}

function missingColumns(
  path: string,
  line: number,
  missing: readonly string[],
  header: readonly string[],
): Failure {
  const hints = missing.flatMap((name) => {
    const near = suggest(name, header);
    return near === undefined ? [] : [`Is "${near}" ${name}?`];
  });
  const found = header.map((cell) => `"${cell}"`).join(', ');
  return new Failure(
    `${path}: line ${line} has no column ${missing.join(', ')}. Found: ${found}.`,
    [...hints, 'Rename or add the column in the file.'].join(' '),
  );
}

function countsDiffer(file: InputFile, read: number, counted: number, line: number): Failure {
  return new Failure(
    `${file.path}: ${read} records were read, but its bytes hold ${counted}; they part after line ${line}.`,
    'Nothing was loaded. Look at that place in the file, and please report it: this must not happen.',
  );
}
