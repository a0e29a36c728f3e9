import type { Source } from '../recipe/recipe.ts';
import { identifier, literal, type ReadableDb } from '../workspace/database.ts';

/** Names of the tables of rejected records begin so. */
const PREFIX = 'quarantined_';

/** The table by which queries name a source's rejected records. */
export function quarantinedName(source: string): string {
  return PREFIX + source;
}

/** Its columns: what Muster says of a record, around the original texts of the source's columns. */
export function quarantinedColumns({ columns }: Source): readonly string[] {
  return ['record', 'source_file', 'source_line', ...ownColumns(columns), 'rejection_reason'];
}

/**
 * Lets queries name the records of a source that are rejected: the original texts under the source's columns, null where a record has
 * none; of one that cannot be read nobody knows which of its texts is which.
 */
export function exposeQuarantined(db: ReadableDb, source: Source): void {
  const name = identifier(quarantinedName(source.name));
  const texts = ownColumns(source.columns).map(
    (column) =>
      `case when codes <> 'unreadable' then cells ->> (places ->> ${literal(`$.${column}`)}) end as ${identifier(column)}`,
  );
  db.exec(`drop view if exists temp.${name}`);
  // Materialized, as the codes are put together from the faults: once a record, not once for each column that asks.
  db.exec(
    `create temp view ${name} as
     with refused as materialized (
       select record, cells, codes, file, places, ${reasonExpression(source)} as reason
       from main.rejected
       join main.import as loaded using (import)
       where loaded.source = ${literal(source.name)}
     )
     select record, file as source_file, record & 0xffffffff as source_line, ${texts.join(', ')}, reason as rejection_reason
     from refused`,
  );
}

/** Muster's own names come first, as in a file of rejected records that is loaded again. */
function ownColumns(columns: Source['columns']): readonly string[] {
  const taken = ['record', 'source_file', 'source_line', 'rejection_reason'];
  return columns.map(({ name }) => name).filter((name) => !taken.includes(name));
}

/** The codes as the file of rejected records has them: columns by their headers. */
function reasonExpression({ columns }: Source): string {
  const renamed = columns.filter(({ name, header }) => name !== header);
  if (renamed.length === 0) return 'codes';
  const headers = renamed.map(({ name, header }) => `when ${literal(name)} then ${literal(header)}`);
  return `(
    select group_concat(coalesce(case column_name ${headers.join(' ')} else column_name end || ':', '') || code, '|' order by position)
    from main.fault
    where fault.record = rejected.record and not lifted
  )`;
}
