import type { Statement } from 'better-sqlite3';
import type { WritableDb } from '../workspace/database.ts';
import type { RecordFault } from './read-record.ts';
import { placeOf } from './record-number.ts';

/** Writes rejected records with their original cells and all their faults. */
export class Quarantine {
  readonly #insertRecord: Statement<[bigint, number, string]>;
  readonly #insertFault: Statement<[bigint, number, string | null, string, bigint | null]>;

  constructor(db: WritableDb) {
    this.#insertRecord = db.prepare('insert into quarantine (record, import, cells) values (?, ?, ?)');
    this.#insertFault = db.prepare(
      'insert into fault (record, position, column_name, code, holder) values (?, ?, ?, ?, ?)',
    );
  }

  add(record: bigint, cells: string, faults: readonly RecordFault[]): void {
    this.#insertRecord.run(record, placeOf(record).importNumber, cells);
    faults.forEach(({ column, code, holder }, position) => {
      this.#insertFault.run(record, position, column, code, holder ?? null);
    });
  }
}
