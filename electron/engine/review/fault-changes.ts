import type { Statement } from 'better-sqlite3';
import type { RecordFault } from '../ingest/read-record.ts';
import type { WritableDb } from '../workspace/database.ts';

interface FaultRow {
  readonly column: string | null;
  readonly code: RecordFault['code'];
  readonly position: bigint;
  readonly holder: bigint | null;
}

/** Reads the faults of rejected records and writes what corrected cells change in a record's faults: those that are gone are lifted, those that are new have arisen. */
export class FaultChanges {
  readonly #faultsOf: Statement<[bigint], FaultRow>;
  readonly #lift: Statement<[bigint, bigint]>;
  readonly #add: Statement<[bigint, bigint, string | null, string, bigint | null]>;

  constructor(db: WritableDb) {
    this.#faultsOf = db
      .prepare<[bigint], FaultRow>(
        'select column_name as "column", code, position, holder from fault where record = ? order by position',
      )
      .safeIntegers();
    this.#lift = db.prepare('update fault set lifted = 1 where record = ? and position = ?');
    this.#add = db.prepare(
      'insert into fault (record, position, column_name, code, holder, arisen) values (?, ?, ?, ?, ?, 1)',
    );
  }

  /** The faults of a record as the file has it, until they are changed. */
  of(record: bigint): readonly RecordFault[] {
    return this.#faultsOf.all(record).map(plain);
  }

  change(record: bigint, now: readonly RecordFault[]): void {
    const before = this.#faultsOf.all(record);
    for (const fault of before) {
      if (!now.some((other) => isSame(fault, other))) this.#lift.run(record, fault.position);
    }
    const next = (before.at(-1)?.position ?? -1n) + 1n;
    now
      .filter((fault) => !before.some((other) => isSame(other, fault)))
      .forEach(({ column, code, holder }, index) => {
        this.#add.run(record, next + BigInt(index), column, code, holder ?? null);
      });
  }
}

function isSame(before: FaultRow, now: RecordFault): boolean {
  return before.column === now.column && before.code === now.code && before.holder === (now.holder ?? null);
}

function plain({ column, code, holder }: FaultRow): RecordFault {
  return holder === null ? { column, code } : { column, code, holder };
}
