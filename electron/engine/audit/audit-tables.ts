import { isGuarded } from '../workspace/cancel.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';

/**
 * The names of an audit's tables, as SQL. All rows of a table stand in the order of its key, so that tables are compared by passing over
 * them side by side. Columns of files are `c1`, `c2`, … in the order of the file, those of the key `k1`, `k2`, …: names in files may be anything.
 */
export class AuditTables {
  readonly #prefix: string;

  constructor(audit: number) {
    this.#prefix = `audit_${audit}_`;
  }

  /** `key, k1, …`: every key of a stage or a trace, numbered. */
  get key(): string {
    return this.#table('key');
  }

  /** `key, line, c1, …`: the records of a stage. */
  row(stage: number): string {
    return this.#table(`row_${stage}`);
  }

  /** `key, rows`: the keys of a stage, and how many rows each has. */
  at(stage: number): string {
    return this.#table(`at_${stage}`);
  }

  /** `stage, key, what`: what becomes of a key from one stage to the next, but that it goes on. */
  get change(): string {
    return this.#table('change');
  }

  /** `key, file, line, c1, …`: the records of all trace files; other traces count on behind the main ones. */
  get trace(): string {
    return this.#table('trace');
  }

  /** `key, main, other, reasons, other_reasons`: the traced keys, and in how many records of either kind. */
  get traced(): string {
    return this.#table('traced');
  }

  /** `finding, key, detail`: the keys of each finding, by its position in the report. */
  get findingKey(): string {
    return this.#table('finding_key');
  }

  /** All tables of the audit that there are. */
  all(db: ReadableDb): readonly string[] {
    return db
      .prepare<[string], string>("select name from main.sqlite_schema where type = 'table' and name glob ?")
      .pluck()
      .all(`${this.#prefix}*`)
      .map((name) => `main.${identifier(name)}`);
  }

  #table(name: string): string {
    return `main.${identifier(this.#prefix + name)}`;
  }
}

/** Numbered columns, `c1` to `c<count>`, optionally under an alias. */
export function numbered(letter: 'c' | 'k' | 'v', count: number, alias?: string): readonly string[] {
  const before = alias === undefined ? letter : `${alias}.${letter}`;
  return Array.from({ length: count }, (_, index) => `${before}${index + 1}`);
}

/** A condition that always holds and by which a long statement can be stopped; `expression` is asked for each row. */
export function goesOn(db: ReadableDb, expression: string): string {
  return isGuarded(db) ? `not_cancelled(${expression})` : 'true';
}

/** Parts of a list, none longer than that and at least one: SQLite takes 2,000 aggregates a statement, of as many columns. */
export function portions<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.max(1, Math.ceil(list.length / most)) }, (_, index) =>
    list.slice(index * most, (index + 1) * most),
  );
}

/** Expressions joined by an operator as a tree: SQLite refuses chains of a thousand. */
export function joined(expressions: readonly string[], operator: string, none: string): string {
  const [first = none] = expressions;
  if (expressions.length < 2) return first;
  const half = expressions.length >> 1;
  const left = joined(expressions.slice(0, half), operator, none);
  const right = joined(expressions.slice(half), operator, none);
  return `(${left} ${operator} ${right})`;
}
