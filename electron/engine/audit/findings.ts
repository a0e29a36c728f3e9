import type { AuditFinding, FindingKind } from '../../contract/audits.ts';
import { count } from '../workspace/database.ts';
import { type AuditData, stageAt } from './audit-data.ts';

/** What is said of a finding once its keys are known. */
export interface Said {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly text: string;
}

/** A finding whose keys are kept: its position in the report, and how many keys it has. */
export interface KeptFinding {
  readonly finding: number;
  readonly stage: number;
  readonly keys: number;
}

/** A query for `key` and `detail` of a finding's keys. */
export interface KeysQuery {
  readonly sql: string;
  readonly values?: readonly (string | number)[];
}

/** The findings of an audit, one after the other, in the order of the report. */
export class Findings {
  readonly list: AuditFinding[] = [];
  readonly #data: AuditData;

  constructor(data: AuditData) {
    this.#data = data;
    data.db.exec(
      `create table ${data.tables.findingKey} (
         finding integer not null, key integer not null, detail text,
         primary key (finding, key)
       ) strict, without rowid`,
    );
  }

  /** Keeps the keys of a finding, and lets it be described when there are any. */
  add(kind: FindingKind, stage: number, keys: KeysQuery, say: (kept: KeptFinding) => Said): void {
    const { db, tables } = this.#data;
    const finding = this.list.length;
    const { changes } = db
      .prepare<unknown[]>(
        `insert into ${tables.findingKey} (finding, key, detail)
         select ${finding}, found.key, found.detail from (${keys.sql}) as found order by found.key`,
      )
      .run(...(keys.values ?? []));
    if (changes === 0) return;
    const said = say({ finding, stage, keys: changes });
    this.list.push({ kind, stage: stageAt(this.#data, stage).name, keys: changes, ...said });
  }
}

/** How many rows the keys of a finding have in a table of `key` and `rows`. */
export function rowsOf({ db, tables }: AuditData, finding: number, at: string): number {
  return count(
    db,
    `select sum(rows) from ${tables.findingKey} as found join ${at} as at on at.key = found.key where finding = ?`,
    finding,
  );
}
