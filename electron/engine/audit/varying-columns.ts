import { identifier } from '../workspace/database.ts';
import { type AuditData, stageAt } from './audit-data.ts';
import { goesOn, joined, numbered, portions } from './audit-tables.ts';

/** Each column takes three aggregates. */
const COLUMNS_AT_ONCE = 600;

/** A table of the keys with several rows in a stage: `key, bits`; the nth letter of the bits is 1 where the key's rows differ in column n. */
export type VaryingColumns = (stage: number) => string;

/** Tells for each key with several rows in which columns they differ; of each stage once, when it is first asked for. */
export function varyingColumns(data: AuditData): VaryingColumns {
  const made = new Map<number, string>();
  return (stage) => {
    const table = made.get(stage) ?? makeVarying(data, stage);
    made.set(stage, table);
    return table;
  };
}

function makeVarying(data: AuditData, stage: number): string {
  const { db, tables } = data;
  const table = `temp.${identifier(`audit_varying_${stage}`)}`;
  const differs = numbered('c', stageAt(data, stage).columns.length, 'row').map(
    (cell) => `(min(${cell}) is not max(${cell}) or count(${cell}) not in (0, count(*)))`,
  );
  db.exec(`create table ${table} (key integer primary key, bits text not null) strict`);
  for (const portion of portions(differs, COLUMNS_AT_ONCE)) {
    db.exec(
      `insert into ${table} (key, bits)
       select at.key, ${joined(portion, '||', "''")} || ''
       from ${tables.at(stage)} as at
       cross join ${tables.row(stage)} as row on row.key = at.key
       where at.rows > 1 and ${goesOn(db, 'row.line')}
       group by at.key
       order by at.key
       on conflict (key) do update set bits = bits || excluded.bits`,
    );
  }
  return table;
}

/** The condition that a key's rows differ in a column, by its place among the columns of its file. */
export function differsIn(alias: string, column: number): string {
  return `substr(${alias}.bits, ${column + 1}, 1) = '1'`;
}

/** Whether the rows of any key differ, for each column that is asked for; `from` has the bits under the alias. */
export function differingAnywhere(
  { db }: AuditData,
  from: string,
  alias: string,
  columns: readonly number[],
): readonly number[] {
  if (columns.length === 0) return [];
  const asked = columns.map((column) => `max(${differsIn(alias, column)})`).join(', ');
  const row = db.prepare<[], (number | null)[]>(`select ${asked} from ${from}`).raw().get() ?? [];
  return columns.filter((_, index) => row[index] === 1);
}
