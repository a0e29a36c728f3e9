import { BatchInserter } from '../ingest/batch-inserter.ts';
import type { RecordFault } from '../ingest/read-record.ts';
import { placeOf } from '../ingest/record-number.ts';
import { stagingName } from '../ingest/staging.ts';
import type { StoredValue } from '../ingest/values.ts';
import type { Source } from '../recipe/recipe.ts';
import type { WritableDb } from '../workspace/database.ts';
import type { FileCorrections } from './active-corrections.ts';
import { correctCells } from './correct-cells.ts';
import { FaultChanges } from './fault-changes.ts';
import type { ImportReader } from './import-reader.ts';
import { KeyHolders } from './key-holders.ts';

const PAGE = 1000;

/** Judges the records of `temp.review_candidate` by their corrected cells, in the order of the records. */
export class RecordJudge {
  readonly #db: WritableDb;
  readonly #source: Source;
  readonly #files: ReadonlyMap<number, ImportReader>;
  readonly #corrections: ReadonlyMap<string, FileCorrections>;
  readonly #keys: KeyHolders;
  readonly #faults: FaultChanges;

  constructor(
    db: WritableDb,
    source: Source,
    files: readonly ImportReader[],
    corrections: ReadonlyMap<string, FileCorrections>,
  ) {
    this.#db = db;
    this.#source = source;
    this.#files = new Map(files.map((file) => [file.import, file]));
    this.#corrections = corrections;
    this.#keys = new KeyHolders(db, source);
    db.exec(
      'create temp table review_change (record integer primary key, cells text, structure text) strict',
    );
    this.#faults = new FaultChanges(db);
  }

  judge(check: () => void): void {
    this.#correct(check);
    this.#keys.gather();
    check();
    this.#decide(check);
  }

  close(): void {
    this.#keys.close();
    this.#db.exec('drop table temp.review_change');
  }

  /** Notes the corrected cells of each record, which corrections made them, and the keys that they ask for. */
  #correct(check: () => void): void {
    const rows = this.#db
      .prepare<[bigint], [record: bigint, cells: string]>(
        `select record, cells from review_candidate join quarantine using (record)
         where record > ? order by record limit ${PAGE}`,
      )
      .raw()
      .safeIntegers();
    const note = this.#db.prepare<[bigint, string, string]>(
      'insert into review_change (record, cells, structure) values (?, ?, ?)',
    );
    const touch = this.#db.prepare<[bigint, bigint]>(
      'insert into correction_record (record, correction) values (?, ?)',
    );
    for (const [record, cells] of inPages((after) => rows.all(after))) {
      check();
      const { importNumber, line } = placeOf(record);
      const file = this.#fileOf(importNumber);
      const corrections = this.#corrections.get(file.sha256);
      if (!corrections) continue;
      const rejected = {
        line,
        cells: JSON.parse(cells) as string[],
        faults: this.#faults.of(record),
      };
      const corrected = correctCells(rejected, file, corrections);
      if (corrected.applied.length === 0) continue;
      for (const correction of corrected.applied) touch.run(record, BigInt(correction));
      note.run(record, JSON.stringify(corrected.cells), JSON.stringify(corrected.structure));
      if (corrected.structure.length > 0) continue;
      const values: StoredValue[] = [];
      file.read(corrected.cells, values, 0);
      this.#keys.note(record, values);
    }
  }

  /** Accepts who is sound and finds its keys free; the others keep the faults that they have now. */
  #decide(check: () => void): void {
    const { name, columns } = this.#source;
    const staging = new BatchInserter(this.#db, stagingName(name), [
      'record',
      ...columns.map((column) => column.name),
    ]);
    const write = this.#db.prepare<[string, string, bigint]>(
      'update quarantine set state = ?, corrected_cells = ? where record = ?',
    );
    const rows = this.#db
      .prepare<[bigint], [record: bigint, cells: string, structure: string]>(
        `select record, cells, structure from review_change where record > ? order by record limit ${PAGE}`,
      )
      .raw()
      .safeIntegers();
    for (const [record, cells, structureText] of inPages((after) => rows.all(after))) {
      check();
      const structure = JSON.parse(structureText) as readonly RecordFault[];
      const found = this.#judgeOne(record, JSON.parse(cells) as readonly string[], structure, staging);
      this.#faults.change(record, found);
      write.run(found.length === 0 ? 'corrected' : 'open', cells, record);
    }
    staging.flush();
  }

  /** The faults of a record's corrected cells; without any it is staged. */
  #judgeOne(
    record: bigint,
    cells: readonly string[],
    structure: readonly RecordFault[],
    staging: BatchInserter,
  ): readonly RecordFault[] {
    if (structure.length > 0) return structure;
    const { read } = this.#fileOf(placeOf(record).importNumber);
    const faults = [
      ...(read(cells, staging.values, staging.offset + 1) ?? []),
      ...this.#keys.faultsOf(record),
    ];
    if (faults.length > 0) return faults;
    staging.values[staging.offset] = record;
    staging.commitRow();
    this.#keys.claim(record);
    return [];
  }

  #fileOf(importNumber: number): ImportReader {
    const file = this.#files.get(importNumber);
    if (!file) throw new Error(`Import ${importNumber} is none of ${this.#source.name}.`);
    return file;
  }
}

/** Rows whose first value rises, read page by page, so that others can be written meanwhile. */
function* inPages<Row extends readonly [bigint, ...unknown[]]>(
  pageAfter: (after: bigint) => readonly Row[],
): Iterable<Row> {
  for (let page = pageAfter(-1n); page.length > 0; page = pageAfter(page.at(-1)?.[0] ?? 0n)) yield* page;
}
