import type { Statement } from 'better-sqlite3';
import { identifier, type WritableDb } from '../workspace/database.ts';
import type { StoredValue } from './values.ts';

/** Rows an insert: beyond these little is won. */
const ROWS = 16;

/** Inserts rows several at a time; the caller writes each row's values into `values` from `offset` on. */
export class BatchInserter {
  readonly values: StoredValue[];
  offset = 0;
  readonly #width: number;
  readonly #insertMany: Statement<unknown[]>;
  readonly #insertOne: Statement<unknown[]>;

  constructor(db: WritableDb, table: string, columns: readonly string[]) {
    const row = `(${columns.map(() => '?').join(', ')})`;
    const insert = `insert into ${identifier(table)} (${columns.map(identifier).join(', ')}) values `;
    this.#width = columns.length;
    this.#insertOne = db.prepare(insert + row);
    this.#insertMany = db.prepare(insert + Array<string>(ROWS).fill(row).join(', '));
    this.values = Array<StoredValue>(ROWS * columns.length).fill(null);
  }

  /** Takes the row that was written at `offset`. */
  commitRow(): void {
    this.offset += this.#width;
    if (this.offset < this.values.length) return;
    // Values one by one: as an array each takes a sixth longer.
    this.#insertMany.run(...this.values);
    this.offset = 0;
  }

  /** Inserts the rows that are still waiting. */
  flush(): void {
    for (let start = 0; start < this.offset; start += this.#width) {
      this.#insertOne.run(this.values.slice(start, start + this.#width));
    }
    this.offset = 0;
  }
}
