import type { Statement } from 'better-sqlite3';
import type { Source } from '../recipe/recipe.ts';
import { identifier, type WritableDb } from '../workspace/database.ts';
import { type FilterKey, KeyFilter } from './key-filter.ts';
import type { Quarantine } from './quarantine.ts';
import type { RecordFault } from './read-record.ts';
import { stagingName } from './staging.ts';
import type { StoredValue } from './values.ts';

interface UniqueKey {
  readonly columns: readonly string[];
  /** Where the key's columns stand among the source's. */
  readonly places: readonly number[];
  /** The key as one SQL value. */
  readonly expression: string;
  readonly note: Statement<StoredValue[]>;
  readonly filter: KeyFilter;
}

/**
 * Keeps a source's keys unique in memory that does not grow: a record whose key may be taken is noted while
 * the files are read, and judged when all are there, in the order of the records.
 */
export class UniqueKeys {
  readonly #db: WritableDb;
  readonly #source: Source;
  readonly #keys: readonly UniqueKey[];
  readonly #note: Statement<[bigint, string, string]>;

  /** @param expectedRecords how many records are likely to come. */
  constructor(db: WritableDb, source: Source, expectedRecords: number) {
    this.#db = db;
    this.#source = source;
    db.exec(`
      create temp table run_suspect (record integer primary key, cells text not null, faults text not null) strict;
      create temp table run_suspect_key (key_number integer not null, key any not null, record integer not null) strict;
    `);
    this.#keys = source.unique.map((columns) => ({
      columns,
      places: columns.map((name) => source.columns.findIndex((column) => column.name === name)),
      expression: keyExpression(columns.map(identifier)),
      note: db.prepare(
        `insert into run_suspect_key (key_number, record, key) values (?, ?, ${keyExpression(columns.map(() => '?'))})`,
      ),
      filter: new KeyFilter(expectedRecords),
    }));
    this.#note = db.prepare('insert into run_suspect (record, cells, faults) values (?, ?, ?)');
    this.#rememberStaged();
  }

  /** Claims the keys of a sound record; true when one of them may be taken, so that the record is to be noted. */
  claim(values: readonly StoredValue[], offset: number): boolean {
    let taken = false;
    for (const { places, filter } of this.#keys) {
      const key = filterKey(places, values, offset);
      if (key !== undefined && filter.add(key)) taken = true;
    }
    return taken;
  }

  /** Whether a key of a faulty record may be taken; it claims none. */
  mayBeTaken(values: readonly StoredValue[], offset: number): boolean {
    return this.#keys.some(({ places, filter }) => {
      const key = filterKey(places, values, offset);
      return key !== undefined && filter.mayHold(key);
    });
  }

  /** Notes a record whose key may be taken, with its faults so far; a sound one stands in the staging table already. */
  note(
    record: bigint,
    cells: string,
    faults: readonly RecordFault[],
    values: readonly StoredValue[],
    offset: number,
  ): void {
    this.#note.run(record, cells, JSON.stringify(faults));
    this.#keys.forEach(({ places, note }, keyNumber) => {
      const parts = places.map((place) => values[offset + place] ?? null);
      if (!parts.includes(null)) note.run(BigInt(keyNumber), record, ...parts);
    });
  }

  /** Judges the noted records in order: who has a key that an earlier accepted record has goes to the quarantine. */
  settle(quarantine: Quarantine): void {
    const db = this.#db;
    const unstage = db.prepare<[bigint]>(
      `delete from ${identifier(stagingName(this.#source.name))} where record = ?`,
    );
    this.#gatherClaims();
    const holders = db
      .prepare<[bigint], [keyNumber: bigint, holder: bigint]>(
        `select run_suspect_key.key_number, min(run_claim.record)
         from run_suspect_key
         join run_claim on run_claim.key_number = run_suspect_key.key_number
           and run_claim.key = run_suspect_key.key
           and run_claim.record < run_suspect_key.record
         where run_suspect_key.record = ?
         group by run_suspect_key.key_number
         order by run_suspect_key.key_number`,
      )
      .raw()
      .safeIntegers();
    const withdraw = db.prepare<[bigint]>(
      `delete from run_claim
       where (key_number, key, record) in (select key_number, key, record from run_suspect_key where record = ?)`,
    );
    const suspects = db
      .prepare<[bigint], { record: bigint; cells: string; faults: string }>(
        'select record, cells, faults from run_suspect where record > ? order by record limit 1000',
      )
      .safeIntegers();
    for (let page = suspects.all(0n); page.length > 0; page = suspects.all(page.at(-1)?.record ?? 0n)) {
      for (const { record, cells, faults } of page) {
        const others = JSON.parse(faults) as readonly RecordFault[];
        const duplicates = holders.all(record).map(([keyNumber, holder]): RecordFault => {
          return { column: this.#keys[Number(keyNumber)]?.columns[0] ?? null, code: 'duplicate_key', holder };
        });
        if (others.length === 0 && duplicates.length > 0) {
          unstage.run(record);
          withdraw.run(record);
        }
        if (others.length + duplicates.length > 0) quarantine.add(record, cells, [...others, ...duplicates]);
      }
    }
    db.exec('drop table temp.run_claim; drop table temp.run_suspect_key; drop table temp.run_suspect');
  }

  /** For each key of a noted record, every staged record that has it. */
  #gatherClaims(): void {
    this.#db.exec(`
      create index temp.suspect_key_by_record on run_suspect_key (record);
      create index temp.suspect_key_by_key on run_suspect_key (key_number, key);
      create temp table run_claim (
        key_number integer, key any, record integer, primary key (key_number, key, record)
      ) strict, without rowid;
    `);
    if (this.#db.prepare('select 1 from run_suspect limit 1').get() === undefined) return;
    this.#keys.forEach(({ expression }, keyNumber) => {
      this.#db.exec(`
        insert into run_claim (key_number, key, record)
        select ${keyNumber}, ${expression}, record
        from ${identifier(stagingName(this.#source.name))}
        where ${expression} in (select key from run_suspect_key where key_number = ${keyNumber})
          and ${NOT_CORRECTED}
      `);
    });
  }

  /** What earlier runs have left in the staging table holds its keys. */
  #rememberStaged(): void {
    const names = this.#source.columns.map(({ name }) => identifier(name)).join(', ');
    const staged = this.#db
      .prepare<[], StoredValue[]>(
        `select ${names} from ${identifier(stagingName(this.#source.name))} where ${NOT_CORRECTED}`,
      )
      .raw()
      .safeIntegers();
    for (const values of staged.iterate()) this.claim(values, 0);
  }
}

/** Corrected records claim their keys after all files are there: whether a file or a correction came first makes no difference. */
const NOT_CORRECTED = "record not in (select record from main.quarantine where state = 'corrected')";

/** One SQL value of the parts of a key, which JSON keeps apart. */
function keyExpression(parts: readonly string[]): string {
  return parts.length === 1 ? parts.join('') : `json_array(${parts.join(', ')})`;
}

/** The key as the filter takes it; undefined when a part is empty, for then it is no key. */
function filterKey(
  places: readonly number[],
  values: readonly StoredValue[],
  offset: number,
): FilterKey | undefined {
  if (places.length === 1) {
    const value = values[offset + (places[0] ?? 0)] ?? null;
    if (value === null) return undefined;
    return typeof value === 'bigint' ? Number(value) : value;
  }
  const parts = places.map((place) => values[offset + place] ?? null);
  return parts.includes(null) ? undefined : parts.join('\u0000');
}
