import { counted, namedTogether } from '../run/words.ts';
import { identifier, literal } from '../workspace/database.ts';
import { type AuditData, type AuditReference, stageAt } from './audit-data.ts';
import { goesOn, joined, numbered, portions } from './audit-tables.ts';
import { type Findings, type KeptFinding, rowsOf, type Said } from './findings.ts';

/** The rows of stages that hold an older record of a reference: one a key, at the first stage at which it is seen. */
const STALE = `temp.${identifier('audit_stale')}`;

/** Each takes two columns of an aggregate. */
const COLUMNS_AT_ONCE = 900;

/** A column of a stage that a reference has, too: `c<stage>` and `c<reference>`. */
interface CommonColumn {
  readonly title: string;
  readonly inStage: number;
  readonly inReference: number;
}

/**
 * Finds keys whose row in a stage agrees with an older record of a reference and not with the latest that has begun by the as-of date.
 * Returns the references of which no stage has a column beside the key: they were not compared.
 */
export function findStaleWindows(data: AuditData, findings: Findings): readonly AuditReference[] {
  const { db, stages, references } = data;
  if (references.length === 0) return [];
  db.exec(
    `create table ${STALE} (
       key integer primary key, stage integer not null, reference integer not null, line integer not null,
       older integer not null, latest integer not null
     ) strict`,
  );
  const compared = new Set<AuditReference>();
  for (const reference of references) makeLatest(data, reference);
  for (let stage = 0; stage < stages.length; stage++) {
    references.forEach((reference, index) => {
      const common = commonColumns(data, stage, reference);
      if (common.length === 0) return;
      compared.add(reference);
      noteStale(data, stage, reference, index, common);
    });
    const details = references.map((reference, index) => {
      return `when ${index} then ${detailOf(data, stage, reference)}`;
    });
    const sql = `select stale.key, case stale.reference ${details.join(' ')} end as detail
       from ${STALE} as stale where stale.stage = ${stage}`;
    findings.add('stale_window', stage, { sql }, (kept) => sayStale(data, kept));
  }
  db.exec(`drop table ${STALE}`);
  return references.filter((reference) => !compared.has(reference));
}

/** The latest record of each key of a reference that has several. */
function makeLatest({ db }: AuditData, reference: AuditReference): void {
  const keys = numbered('k', reference.keyParts.length);
  db.exec(
    `create table ${latestOf(reference)} (${keys.map((name) => `${name} any`).join(', ')}, record integer not null,
       primary key (${keys.join(', ')})) strict, without rowid;
     insert into ${latestOf(reference)} (${keys.join(', ')}, record)
     select ${keys.join(', ')}, max(record) from ${reference.table} group by ${keys.join(', ')} having count(*) > 1`,
  );
}

function noteStale(
  data: AuditData,
  stage: number,
  reference: AuditReference,
  index: number,
  common: readonly CommonColumn[],
): void {
  const { db, tables } = data;
  const agrees = (record: string) =>
    joined(
      common.map(({ inStage, inReference }) => `row.c${inStage} is ${record}.c${inReference}`),
      'and',
      'true',
    );
  const sameOlder = reference.keyParts.map((_, part) => `older.k${part + 1} = latest.k${part + 1}`);
  db.exec(
    `insert or ignore into ${STALE} (key, stage, reference, line, older, latest)
     select row.key, ${stage}, ${index}, row.line, max(older.record), latest.record
     from ${tables.row(stage)} as row
     cross join ${tables.key} as known on known.key = row.key
     cross join ${latestOf(reference)} as latest on ${ofKey(reference, 'latest')}
     cross join ${reference.table} as current on current.record = latest.record
     cross join ${reference.table} as older
       on ${sameOlder.join(' and ')} and older.record < latest.record and ${agrees('older')}
     where ${goesOn(db, 'row.line')}
       and not ${agrees('current')}
     group by row.key, row.line
     order by row.key, row.line`,
  );
}

/** The columns that differ between the record that was used and the latest one, with both values: `column: old -> latest`. */
function detailOf(data: AuditData, stage: number, reference: AuditReference): string {
  const { table } = reference;
  const cell = (record: string, column: number) =>
    `(select c${column} from ${table} as reference where reference.record = stale.${record})`;
  const changes = commonColumns(data, stage, reference).map(({ title, inReference }) => {
    const [old, latest] = [cell('older', inReference), cell('latest', inReference)];
    return `case when ${old} is ${latest} then '' else '; ' || ${literal(`${title}: `)} || coalesce(${old}, '') || ' -> ' || coalesce(${latest}, '') end`;
  });
  return `substr(${joined(changes, '||', "''")}, 3)`;
}

function sayStale(data: AuditData, { finding, stage, keys }: KeptFinding): Said {
  const { db, tables, references } = data;
  const found = references.flatMap((reference, index) => {
    const common = commonColumns(data, stage, reference);
    if (common.length === 0) return [];
    const columns = portions(common, COLUMNS_AT_ONCE).flatMap((portion) => {
      const differs = portion.map(
        ({ inReference }) => `max(older.c${inReference} is not latest.c${inReference})`,
      );
      const row =
        db
          .prepare<[], (number | null)[]>(
            `select ${differs.join(', ')}
             from ${STALE} as stale
             join ${reference.table} as older on older.record = stale.older
             join ${reference.table} as latest on latest.record = stale.latest
             where stale.stage = ${stage} and stale.reference = ${index}`,
          )
          .raw()
          .get() ?? [];
      return portion.filter((_, place) => row[place] === 1);
    });
    return columns.length === 0 ? [] : [{ file: reference.file, columns }];
  });
  const places = new Map(
    found.flatMap(({ columns }) => columns.map(({ inStage, title }) => [inStage, title])),
  );
  const columns = [...places].sort(([one], [other]) => one - other).map(([, title]) => title);
  const files = namedTogether(found.map(({ file }) => file));
  return {
    rows: rowsOf(data, finding, tables.at(stage)),
    columns,
    text: `${counted(keys, 'key')} of ${stageAt(data, stage).name} ${keys === 1 ? 'has' : 'have'} the values of an older record of ${files}, not those of the latest that had begun by ${data.asOf}. They differ in ${namedTogether(columns)}.`,
  };
}

function commonColumns(data: AuditData, stage: number, reference: AuditReference): readonly CommonColumn[] {
  const places = new Map(reference.columns.map(({ same }, index) => [same, index + 1]));
  return stageAt(data, stage).columns.flatMap(({ title, same }, index) => {
    const inReference = places.get(same);
    return inReference === undefined ? [] : [{ title, inStage: index + 1, inReference }];
  });
}

function ofKey({ keyParts }: AuditReference, alias: string): string {
  return keyParts.map((part, index) => `${alias}.k${index + 1} = known.k${part + 1}`).join(' and ');
}

function latestOf({ table }: AuditReference): string {
  return table.replace('audit_reference_', 'audit_latest_');
}
