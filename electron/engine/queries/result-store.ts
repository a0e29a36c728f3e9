import { randomUUID } from 'node:crypto';
import type { OpenView, ViewColumn, ViewPage } from '../../contract/views.ts';
import type { ColumnKind } from '../../contract/workspaces.ts';
import { Failure } from '../failure.ts';
import type { SqlValue } from '../views/view-plan.ts';
import { count, identifier, type ReadableDb } from '../workspace/database.ts';
import { explainRunningQuery, type ReadyQuery, type ResultColumn } from './ready-query.ts';
import { resultText } from './result-text.ts';

/** So many rows of a result can be looked at. */
export const MOST_ROWS = 100_000;

/** So many results are kept; the oldest goes first. */
const MOST_RESULTS = 5;

interface StoredResult {
  /** Temporary table of the rows in order: `pos` from 1, `c0`, … */
  readonly table: string;
  readonly columns: readonly ResultColumn[];
  /** Indexes of the columns that hold an entity's key, where there are such. */
  readonly key: readonly number[] | undefined;
}

/** Results of queries, kept as temporary tables of a connection so that any page of them is a range of positions. */
export class ResultStore {
  readonly #db: ReadableDb;
  readonly #results = new Map<string, StoredResult>();
  #made = 0;

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  /** Runs a query and keeps its first rows; throws a Failure when it fails. `key` are the columns that name an entity. */
  keep({ sql, bindings, columns }: ReadyQuery, key: readonly string[]): OpenView {
    const table = `result_${++this.#made}`;
    const names = columns.map((_, index) => `c${index}`);
    this.#db.exec(`create temp table ${identifier(table)} (pos integer primary key, ${names.join(', ')})`);
    try {
      // One row more tells whether there are more.
      this.#db
        .prepare<unknown[]>(
          `insert into temp.${identifier(table)} (${names.join(', ')}) select * from (\n${sql}\n) limit ${MOST_ROWS + 1}`,
        )
        .run(bindings);
    } catch (error) {
      this.#drop(table);
      throw explainRunningQuery(error, 'The query');
    }
    const found = count(this.#db, `select count(*) from temp.${identifier(table)}`);
    const view = `result-${randomUUID()}`;
    const places = key.map((name) => columns.findIndex((column) => column.name === name));
    this.#results.set(view, { table, columns, key: places.includes(-1) ? undefined : places });
    this.#dropOldest();
    return {
      view,
      rows: Math.min(found, MOST_ROWS),
      columns: columns.map((column, index) => this.#viewColumn(table, column, index, columns)),
      ...(found > MOST_ROWS && { cut: { of: null } }),
    };
  }

  /** Rows of a result by position; throws a Failure when it is not kept any more. */
  page(view: string, from: number, most: number): ViewPage {
    const result = this.#results.get(view);
    if (!result) throw new Failure('This result is not there any more.', 'Run the query again.');
    const { table, columns, key } = result;
    const rows = this.#db
      .prepare<[number, number], SqlValue[]>(
        `select * from temp.${identifier(table)} where pos between ? and ? order by pos`,
      )
      .raw()
      .safeIntegers()
      .all(from + 1, Math.min(from + most, MOST_ROWS));
    return {
      from,
      rows: rows.map(([pos, ...values]) => {
        const cells = columns.map(({ kind }, index) => resultText(values[index] ?? null, kind));
        const parts = key?.map((index) => cells[index] ?? null);
        return {
          id: String(pos),
          cells,
          ...(parts?.every((part) => part !== null) && { key: parts }),
        };
      }),
    };
  }

  #viewColumn(
    table: string,
    { name, kind, description }: ResultColumn,
    index: number,
    columns: readonly ResultColumn[],
  ): ViewColumn {
    const before = columns.slice(0, index).filter((column) => column.name === name).length;
    return {
      // A result may have two columns of one name.
      name: before === 0 ? name : `${name}:${before + 1}`,
      title: name,
      description,
      kind: kind ?? this.#kindByValues(table, index),
      sortable: false,
    };
  }

  /** The kind of a column of which only its values tell. */
  #kindByValues(table: string, index: number): ColumnKind {
    const types = this.#db
      .prepare<[], string>(
        `select distinct typeof(c${index}) from temp.${identifier(table)} where c${index} is not null`,
      )
      .pluck()
      .all();
    if (types.length === 0 || types.includes('text') || types.includes('blob')) return 'text';
    return types.includes('real') ? 'decimal' : 'integer';
  }

  #dropOldest(): void {
    const [oldest] = this.#results;
    if (this.#results.size <= MOST_RESULTS || !oldest) return;
    this.#results.delete(oldest[0]);
    this.#drop(oldest[1].table);
  }

  #drop(table: string): void {
    this.#db.exec(`drop table temp.${identifier(table)}`);
  }
}

const stores = new WeakMap<ReadableDb, ResultStore>();

/** The results that a connection keeps. */
export function resultsOf(db: ReadableDb): ResultStore {
  const store = stores.get(db) ?? new ResultStore(db);
  stores.set(db, store);
  return store;
}
