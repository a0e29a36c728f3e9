import type { OnProgress } from '../../contract/progress.ts';
import { Failure } from '../failure.ts';
import { RecordCounter } from './count-records.ts';
import type { Delimiter } from './delimiter.ts';
import { unreadableText } from './encoding.ts';
import { feedText } from './feed-text.ts';
import { refuseParting } from './find-parting.ts';
import { isJsonName } from './json/json-name.ts';
import { delimiterOf, type LookAhead, type SourceFile } from './look-ahead.ts';
import type { RecordFault } from './read-record.ts';
import { RecordSplitter } from './split-records.ts';
import type { Survey } from './survey.ts';

/** Takes a file's records one by one, each with the line on which it starts: first the header, then all others. */
export interface RecordTaker {
  readonly header: (cells: readonly string[], line: number) => void;
  /** A record that can be read and has as many cells as the header. */
  readonly sound: (cells: readonly string[], line: number) => void;
  readonly broken: (cells: readonly string[], line: number, faults: readonly RecordFault[]) => void;
}

/** A file whose records were all taken. */
export interface FedFile {
  readonly survey: Survey;
  readonly delimiter: Delimiter;
  /** The header's cells as written. */
  readonly header: readonly string[];
  /** Records without the header. */
  readonly read: number;
}

const TOO_FEW: readonly RecordFault[] = [{ column: null, code: 'too_few_fields' }];
const TOO_MANY: readonly RecordFault[] = [{ column: null, code: 'too_many_fields' }];
/** The fault of a record that cannot be read. */
export const UNREADABLE: readonly RecordFault[] = [{ column: null, code: 'unreadable' }];

/**
 * Reads a file and hands each of its records to the taker, in pieces, so that memory stays flat. Throws a Failure when it is no flat file
 * with a header, changes meanwhile, or an independent count of its records does not agree.
 */
export async function feedRecords(
  sourceFile: SourceFile,
  look: LookAhead,
  taker: RecordTaker,
  onProgress: OnProgress,
): Promise<FedFile> {
  const { file } = sourceFile;
  if (isJsonName(file.name)) {
    throw new Failure(`${file.path} is JSON by its name, not a flat file.`, 'Export it as CSV.');
  }
  const survey = await look.survey(sourceFile);
  const delimiter = delimiterOf(survey, sourceFile);
  const records = new RecordSorter(file.path, taker, unreadableText(survey.encoding));
  const splitter = new RecordSplitter(delimiter, records.take);
  const feed = (text: string) => {
    records.look(text);
    splitter.push(text);
    return records.read;
  };
  await feedText(sourceFile, survey.encoding, feed, onProgress);
  splitter.end();
  const counted = await look.count(sourceFile);
  file.assertUnchanged();
  const { header, read } = records;
  if (header === undefined) throw noHeader(file.path);
  const again = (onRecord: () => void) => new RecordSplitter(delimiter, onRecord);
  const counter = new RecordCounter(delimiter, survey.encoding.encoding);
  await refuseParting(file, survey.encoding, { read: read + 1, counted }, again, counter);
  return { survey, delimiter, header, read };
}

/** Whether a first line names nothing. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** What is said of a file whose first line, if it has one, names nothing. */
export function noHeader(path: string): Failure {
  return new Failure(`${path} has no header.`, 'Export it again.');
}

/** Tells the header, sound records and broken ones apart. */
class RecordSorter {
  header: readonly string[] | undefined;
  read = 0;
  readonly #path: string;
  readonly #taker: RecordTaker;
  readonly #unreadable: RegExp;
  #mayBeUnreadable = false;

  constructor(path: string, taker: RecordTaker, unreadable: RegExp) {
    this.#path = path;
    this.#taker = taker;
    this.#unreadable = unreadable;
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
    if (unreadable) this.#taker.broken(cells, line, UNREADABLE);
    else if (cells.length !== this.header.length) {
      this.#taker.broken(cells, line, cells.length < this.header.length ? TOO_FEW : TOO_MANY);
    } else this.#taker.sound(cells, line);
  };

  #takeHeader(cells: readonly string[], line: number, unreadable: boolean): void {
    if (unreadable) {
      throw new Failure(
        `${this.#path}: the header on line ${line} cannot be read.`,
        'Is it a flat file? Export it again.',
      );
    }
    if (isBlank(cells)) throw noHeader(this.#path);
    this.#taker.header(cells, line);
    this.header = cells;
  }
}
