import type { Statement } from 'better-sqlite3';
import type { WritableDb } from '../workspace/database.ts';
import type { RecordFault } from './read-record.ts';
import { placeOf } from './record-number.ts';

/** Writes rejected records with their original cells and all their faults. */
export class Quarantine {
  readonly #insertRecord: Statement<[bigint, number, string]>;
  readonly #faults: FaultWriter;

  constructor(db: WritableDb) {
    this.#insertRecord = db.prepare('insert into quarantine (record, import, cells) values (?, ?, ?)');
    this.#faults = new FaultWriter(db);
  }

  add(record: bigint, cells: string, faults: readonly RecordFault[]): void {
    this.#insertRecord.run(record, placeOf(record).importNumber, cells);
    this.#faults.write(record, faults);
  }
}

/** Writes the faults of records that are in the quarantine. */
export class FaultWriter {
  readonly #insert: Statement<[bigint, number, string | null, string, bigint | null]>;
  readonly #remove: Statement<[bigint]>;

  constructor(db: WritableDb) {
    this.#insert = db.prepare(
      'insert into fault (record, position, column_name, code, holder) values (?, ?, ?, ?, ?)',
    );
    this.#remove = db.prepare('delete from fault where record = ?');
  }

  write(record: bigint, faults: readonly RecordFault[]): void {
    faults.forEach(({ column, code, holder }, position) => {
      this.#insert.run(record, position, column, code, holder ?? null);
    });
  }

  /** Writes faults in the place of those that the record had. */
  replace(record: bigint, faults: readonly RecordFault[]): void {
    this.#remove.run(record);
    this.write(record, faults);
  }
}
