import type { Statement } from 'better-sqlite3';
import type { RecordFault } from '../ingest/read-record.ts';
import { stagingName } from '../ingest/staging.ts';
import type { StoredValue } from '../ingest/values.ts';
import type { Source } from '../recipe/recipe.ts';
import { identifier, type WritableDb } from '../workspace/database.ts';

interface UniqueKey {
  readonly column: string | null;
  /** Where the key's columns stand among the source's. */
  readonly places: readonly number[];
  /** The key as one SQL value. */
  readonly expression: string;
  readonly note: Statement<StoredValue[]>;
}

/**
 * Says which accepted record has a key of a corrected one: all keys are noted first, so that one pass over the accepted records
 * finds who has them.
 */
export class KeyHolders {
  readonly #db: WritableDb;
  readonly #source: Source;
  readonly #keys: readonly UniqueKey[];
  #holders: Statement<[bigint], [keyNumber: bigint, holder: bigint]> | undefined;
  #claim: Statement<[bigint]> | undefined;

  constructor(db: WritableDb, source: Source) {
    this.#db = db;
    this.#source = source;
    db.exec(`
      create temp table review_key (
        record integer, key_number integer, key any, primary key (record, key_number)
      ) strict, without rowid;
      create temp table review_claim (
        key_number integer, key any, record integer, primary key (key_number, key, record)
      ) strict, without rowid;
    `);
    this.#keys = source.unique.map((columns) => ({
      column: columns[0] ?? null,
      places: columns.map((name) => source.columns.findIndex((column) => column.name === name)),
      expression: keyExpression(columns.map(identifier)),
      note: db.prepare(
        `insert into review_key (key_number, record, key) values (?, ?, ${keyExpression(columns.map(() => '?'))})`,
      ),
    }));
  }

  /** Notes the keys of a record; one with an empty part is none. */
  note(record: bigint, values: readonly StoredValue[]): void {
    this.#keys.forEach(({ places, note }, keyNumber) => {
      const parts = places.map((place) => values[place] ?? null);
      if (!parts.includes(null)) note.run(BigInt(keyNumber), record, ...parts);
    });
  }

  /** Finds the accepted records that have noted keys; to be called once, before the first question. */
  gather(): void {
    const db = this.#db;
    this.#holders = db
      .prepare<[bigint], [keyNumber: bigint, holder: bigint]>(
        `select key_number, min(review_claim.record)
         from review_key
         join review_claim using (key_number, key)
         where review_key.record = ?
         group by key_number
         order by key_number`,
      )
      .raw()
      .safeIntegers();
    this.#claim = db.prepare(
      'insert into review_claim (key_number, key, record) select key_number, key, record from review_key where record = ?',
    );
    this.#keys.forEach(({ expression }, keyNumber) => {
      const noted = db
        .prepare<[bigint], number>('select 1 from review_key where key_number = ? limit 1')
        .pluck();
      if (noted.get(BigInt(keyNumber)) === undefined) return;
      db.exec(`
        insert into review_claim (key_number, key, record)
        select ${keyNumber}, ${expression}, record
        from ${identifier(stagingName(this.#source.name))}
        where ${expression} in (select key from review_key where key_number = ${keyNumber})
      `);
    });
  }

  /** A fault for each key of the record that an accepted record has. */
  faultsOf(record: bigint): readonly RecordFault[] {
    const holders = this.#holders?.all(record) ?? [];
    return holders.map(([keyNumber, holder]) => ({
      column: this.#keys[Number(keyNumber)]?.column ?? null,
      code: 'duplicate_key',
      holder,
    }));
  }

  /** Gives the record's keys to it. */
  claim(record: bigint): void {
    this.#claim?.run(record);
  }

  close(): void {
    this.#db.exec('drop table temp.review_claim; drop table temp.review_key');
  }
}

/** One SQL value of the parts of a key, which JSON keeps apart. */
function keyExpression(parts: readonly string[]): string {
  return parts.length === 1 ? parts.join('') : `json_array(${parts.join(', ')})`;
}
