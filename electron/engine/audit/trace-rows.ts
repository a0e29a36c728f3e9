import { Failure } from '../failure.ts';
import type { WritableDb } from '../workspace/database.ts';
import { type AuditTables, goesOn, numbered } from './audit-tables.ts';
import { type AuditColumn, MOST_COLUMNS } from './header-layout.ts';
import { sameKey } from './key-rows.ts';

/** A trace file that is loaded, with the place of its columns behind those of the key. */
export interface LoadedTrace {
  readonly table: string;
  readonly columns: readonly AuditColumn[];
}

/** What says in a trace file why a key is out. */
export const REASON = 'reason';

/** The columns of several trace files: the same names are one column. */
export function commonColumns(traces: readonly LoadedTrace[]): readonly AuditColumn[] {
  const byName = new Map<string, AuditColumn>();
  for (const { columns } of traces) {
    for (const column of columns) if (!byName.has(column.same)) byName.set(column.same, column);
  }
  return [...byName.values()];
}

/**
 * Makes one table of the records of all trace files, and one of the traced keys; the first `main` files are main traces. Throws a Failure
 * where they have too many columns together.
 */
export function buildTraces(
  db: WritableDb,
  tables: AuditTables,
  parts: number,
  traces: readonly LoadedTrace[],
  main: number,
): void {
  const columns = commonColumns(traces);
  if (columns.length > MOST_COLUMNS) {
    throw new Failure(
      `The trace files have ${columns.length} columns together beside the key; an audit reads ${MOST_COLUMNS} at most.`,
      'Leave some out.',
    );
  }
  const cells = numbered('c', columns.length);
  db.exec(
    `create table ${tables.trace} (
       key integer not null, file integer not null, line integer not null${cells.map((name) => `, ${name} text`).join('')},
       primary key (key, file, line)
     ) strict, without rowid`,
  );
  traces.forEach((trace, file) => {
    const values = columns.map(({ same }) => {
      const index = trace.columns.findIndex((column) => column.same === same);
      return index === -1 ? 'null' : `row.v${parts + index + 1}`;
    });
    db.exec(
      `insert into ${tables.trace} (${['key', 'file', 'line', ...cells].join(', ')})
       select ${['known.key', file, 'row.line', ...values].join(', ')}
       from ${trace.table} as row
       cross join ${tables.key} as known on ${sameKey(parts, 'known', 'row')}
       where ${goesOn(db, 'row.line')}
       order by known.key, row.line`,
    );
  });
  const reason = columns.findIndex(({ same }) => same === REASON);
  const reasons = reason < 0 ? "''" : `coalesce(c${reason + 1}, '')`;
  db.exec(
    `create table ${tables.traced} (
       key integer primary key, main integer not null, other integer not null, reasons text not null, other_reasons text
     ) strict;
     insert into ${tables.traced} (key, main, other, reasons, other_reasons)
     select key, sum(file < ${main}), sum(file >= ${main}), group_concat(${reasons}, '|' order by file, line),
       group_concat(${reasons}, '|' order by file, line) filter (where file >= ${main})
     from ${tables.trace}
     where ${goesOn(db, 'line')}
     group by key
     order by key`,
  );
}
