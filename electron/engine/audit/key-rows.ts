import type { WritableDb } from '../workspace/database.ts';
import { type AuditTables, goesOn, joined, numbered } from './audit-tables.ts';

/** Makes the table of keys; a key is of the parts `k1`, …, which compare as ids do. */
export function createKeys(db: WritableDb, tables: AuditTables, parts: number): void {
  const columns = numbered('k', parts);
  db.exec(
    `create table ${tables.key} (key integer primary key, ${columns.map((name) => `${name} any not null`).join(', ')}, unique (${columns.join(', ')})) strict`,
  );
}

/** Numbers the keys of a loaded file that have no number yet; the values of the key are the first of `loaded`. */
export function takeKeys(db: WritableDb, tables: AuditTables, parts: number, loaded: string): void {
  const values = numbered('v', parts, 'row').join(', ');
  // Grouping sorts them: the table grows at its end only.
  db.exec(
    `insert into ${tables.key} (${numbered('k', parts).join(', ')})
     select ${values}
     from ${loaded} as row
     where ${goesOn(db, 'row.line')}
       and not exists (select 1 from ${tables.key} as known where ${sameKey(parts, 'known', 'row')})
     group by ${values}
     order by ${values}`,
  );
}

/** The condition that a row of the keys under `known` and a loaded row are of one key. */
export function sameKey(parts: number, known: string, row: string): string {
  const values = numbered('v', parts, row);
  const equal = numbered('k', parts, known).map((name, index) => `${name} = ${values[index]}`);
  return joined(equal, 'and', 'true');
}

/** Makes the tables of a stage from its loaded records: its rows, and its keys with how many rows each has. */
export function buildStage(
  db: WritableDb,
  tables: AuditTables,
  stage: number,
  loaded: { readonly table: string; readonly parts: number; readonly columns: number },
): void {
  const { table, parts, columns } = loaded;
  const cells = numbered('c', columns);
  const values = Array.from({ length: columns }, (_, index) => `row.v${parts + index + 1}`);
  db.exec(
    `create table ${tables.row(stage)} (
       key integer not null, line integer not null${cells.map((name) => `, ${name} text`).join('')},
       primary key (key, line)
     ) strict, without rowid;
     insert into ${tables.row(stage)} (${['key', 'line', ...cells].join(', ')})
     select ${['known.key', 'row.line', ...values].join(', ')}
     from ${table} as row
     cross join ${tables.key} as known on ${sameKey(parts, 'known', 'row')}
     where ${goesOn(db, 'row.line')}
     order by known.key, row.line;
     create table ${tables.at(stage)} (key integer primary key, rows integer not null) strict;
     insert into ${tables.at(stage)} (key, rows)
     select key, count(*) from ${tables.row(stage)} where ${goesOn(db, 'line')} group by key order by key`,
  );
}
