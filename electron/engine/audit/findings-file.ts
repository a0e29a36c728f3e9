import type { Cell } from '../export/csv-writer.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import { auditRecord } from './audit-record.ts';
import { AuditTables, goesOn, numbered } from './audit-tables.ts';

/** The name of the file that lists the keys of all findings. */
export const FINDINGS_FILE = 'findings.csv';

/** The name of the file that holds the report. */
export const REPORT_FILE = 'audit.json';

/** The keys of all findings, one a row: in the order of the report, then of the keys. */
export function findingsTable(
  db: ReadableDb,
  audit: number,
): { readonly header: readonly string[]; readonly rows: Iterable<readonly Cell[]> } {
  const { key, findings } = auditRecord(db, audit).report;
  return {
    header: ['kind', 'stage', ...key, 'detail'],
    rows: findingRows(db, new AuditTables(audit), key.length, findings),
  };
}

function* findingRows(
  db: ReadableDb,
  tables: AuditTables,
  parts: number,
  findings: readonly { readonly kind: string; readonly stage: string }[],
): Iterable<readonly Cell[]> {
  const key = numbered('k', parts, 'known').join(', ');
  const keys = db
    .prepare<[number], Cell[]>(
      `select ${key}, found.detail
       from ${tables.findingKey} as found
       join ${tables.key} as known on known.key = found.key
       where found.finding = ? and ${goesOn(db, `found.${identifier('key')}`)}
       order by ${key}`,
    )
    .raw()
    .safeIntegers();
  for (const [finding, { kind, stage }] of findings.entries()) {
    for (const cells of keys.iterate(finding)) yield [kind, stage, ...cells];
  }
}
