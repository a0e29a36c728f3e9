import type { FileShape } from '../../contract/files.ts';
import type { OnProgress } from '../../contract/progress.ts';
import { Failure } from '../failure.ts';
import type { Column } from '../recipe/recipe.ts';
import type { BatchInserter } from './batch-inserter.ts';
import { matchColumns, placesByName } from './column-places.ts';
import type { Delimiter } from './delimiter.ts';
import type { EncodingFinding } from './encoding.ts';
import { feedRecords, type RecordTaker } from './feed-records.ts';
import { feedJson } from './json/feed-json.ts';
import { jsonHeader } from './json/json-header.ts';
import { isJsonName, refuseJsonText } from './json/json-name.ts';
import type { LookAhead, SourceFile } from './look-ahead.ts';
import type { Quarantine } from './quarantine.ts';
import { type ReadRecord, type RecordFault, recordReader } from './read-record.ts';
import { recordNumbers } from './record-number.ts';
import { suggestHeaders } from './suggest-headers.ts';
import type { UniqueKeys } from './unique-keys.ts';

/** Where a header lacks columns so many records are looked at to say what may be meant. */
const RECORDS_TO_SUGGEST = 20;

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
  readonly shape: FileShape;
  /** Whether it is JSON and ends within its array. */
  readonly isCutOff: boolean;
  /** Whether it is JSON by its name, has records, and none that can be read. */
  readonly isUnreadable: boolean;
  /** None in JSON. */
  readonly delimiter: Delimiter | undefined;
  /** The header's cells as written; of JSON the keys that are looked for. */
  readonly header: readonly string[];
  /** Where each column that the file has stands in it. */
  readonly places: Readonly<Record<string, number>>;
  /** Records without the header. */
  readonly read: number;
}

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
  const records = new SourceRecords(sourceFile, importNumber, target);
  const { file, source, reading } = sourceFile;
  const encodingDecided = reading.encoding !== undefined;
  if (isJsonName(file.name)) {
    const keys = jsonHeader(source.columns, reading);
    const header = keys.map(({ key }) => key);
    records.keys(header);
    const { survey, ...fed } = await feedJson(sourceFile, look, keys, records, onProgress);
    target.staging.flush();
    const { encoding } = survey;
    return { ...fed, encoding, encodingDecided, delimiter: undefined, header, places: records.places };
  }
  refuseJsonText(file.path, (await look.survey(sourceFile)).firstLine, source.files);
  const { survey, ...fed } = await feedRecords(sourceFile, look, records, onProgress);
  records.refuseLacking();
  target.staging.flush();
  const { encoding } = survey;
  return {
    ...{ ...fed, encoding, encodingDecided, places: records.places },
    ...{ shape: 'delimited', isCutOff: false, isUnreadable: false },
  };
}

/** Takes a file's records for a source: each is staged, noted or quarantined. */
class SourceRecords implements RecordTaker {
  places: Readonly<Record<string, number>> = {};
  readonly #sourceFile: SourceFile;
  readonly #record: (line: number) => bigint;
  readonly #target: LoadTarget;
  #readRecord: ReadRecord = () => undefined;
  #lacking: (() => Failure) | undefined;

  constructor(sourceFile: SourceFile, importNumber: number, target: LoadTarget) {
    this.#sourceFile = sourceFile;
    this.#record = recordNumbers(importNumber);
    this.#target = target;
  }

  readonly sound = (cells: readonly string[], line: number): void => {
    const record = this.#record(line);
    const { staging, keys } = this.#target;
    const first = staging.offset + 1;
    const faults = this.#readRecord(cells, staging.values, first);
    if (faults) {
      if (keys?.mayBeTaken(staging.values, first))
        keys.note(record, JSON.stringify(cells), faults, staging.values, first);
      else this.broken(cells, line, faults);
      return;
    }
    staging.values[staging.offset] = record;
    if (keys?.claim(staging.values, first))
      keys.note(record, JSON.stringify(cells), [], staging.values, first);
    staging.commitRow();
  };

  readonly broken = (cells: readonly string[], line: number, faults: readonly RecordFault[]): void => {
    this.#target.quarantine.add(this.#record(line), JSON.stringify(cells), faults);
  };

  readonly header = (cells: readonly string[], line: number): void => {
    const { file, source, reading } = this.#sourceFile;
    const { path } = file;
    const { columns } = source;
    const { indexes, ambiguous, absent } = matchColumns(cells, columns, reading);
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
    if (missing.length > 0) {
      const rows: (readonly string[])[] = [];
      this.#lacking = () => {
        const suggested = suggestHeaders(columns, indexes, cells, rows);
        return missingColumns(path, line, missing, cells, suggested);
      };
      this.#readRecord = (row) => {
        rows.push(row);
        if (rows.length === RECORDS_TO_SUGGEST) this.refuseLacking();
        return [];
      };
      return;
    }
    this.#readBy(indexes);
  };

  /** Takes cells under the keys of a JSON file, which are those of the columns. */
  keys(keys: readonly string[]): void {
    const { source, reading } = this.#sourceFile;
    this.#readBy(matchColumns(keys, source.columns, reading).indexes);
  }

  #readBy(indexes: readonly number[]): void {
    const { source, reading } = this.#sourceFile;
    this.places = placesByName(source.columns, indexes);
    this.#readRecord = recordReader(source.columns, indexes, reading.formats);
  }

  /** Throws a Failure where the header lacks required columns; the first records say which may be meant. */
  refuseLacking(): void {
    if (this.#lacking) throw this.#lacking();
  }
}

function missingColumns(
  path: string,
  line: number,
  missing: readonly Column[],
  header: readonly string[],
  suggested: ReadonlyMap<string, string>,
): Failure {
  const names = missing.map((column) => column.header).join(', ');
  const hints = missing.flatMap((column) => {
    const near = suggested.get(column.name);
    return near === undefined ? [] : [`Is "${near}" ${column.header}?`];
  });
  const found = header.map((cell) => `"${cell}"`).join(', ');
  return new Failure(
    `${path}: line ${line} has no column ${names}. Found: ${found}.`,
    [...hints, 'Rename or add the column in the file.'].join(' '),
  );
}
