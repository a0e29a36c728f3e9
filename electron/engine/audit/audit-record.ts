import type { Audit, AuditReport, AuditSummary } from '../../contract/audits.ts';
import { Failure } from '../failure.ts';
import { count, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import type { AuditData } from './audit-data.ts';
import { AuditTables } from './audit-tables.ts';

/** What the rows of an audit need to be shown: titles of the columns that its tables number. */
export interface AuditRows {
  readonly key: readonly string[];
  /** The columns of each stage. */
  readonly stages: readonly (readonly string[])[];
  /** The files of the table of traces, main ones first. */
  readonly traceFiles: readonly string[];
  readonly traceColumns: readonly string[];
}

interface Row {
  readonly audit: number;
  readonly name: string;
  readonly madeAt: string;
  readonly report: string;
}

const COLUMNS = 'audit, name, made_at as madeAt, report';

/** The number of the next audit of a workspace. */
export function nextAudit(db: ReadableDb): number {
  return count(db, 'select coalesce(max(audit), 0) + 1 from audit');
}

/** Keeps an audit whose rows are in their tables. */
export function keepAudit(
  db: WritableDb,
  made: {
    readonly audit: number;
    readonly name: string;
    readonly setup: AuditRows;
    readonly report: AuditReport;
  },
): void {
  const { audit, name, setup, report } = made;
  db.prepare('insert into audit (audit, name, made_at, setup, report) values (?, ?, ?, ?, ?)').run(
    audit,
    name,
    new Date().toISOString(),
    JSON.stringify(setup),
    JSON.stringify(report),
  );
}

/** What the workspace keeps beside an audit's rows, so that they can be shown. */
export function setupOf({ key, stages, traces, traceColumns }: AuditData): AuditRows {
  const titles = (columns: readonly { readonly title: string }[]) => columns.map(({ title }) => title);
  return {
    key,
    stages: stages.map(({ columns }) => titles(columns)),
    traceFiles: traces.map(({ file }) => file),
    traceColumns: titles(traceColumns),
  };
}

/** All audits of a workspace, the latest first. */
export function listAudits(db: ReadableDb): readonly AuditSummary[] {
  return db.prepare<[], Row>(`select ${COLUMNS} from audit order by audit desc`).all().map(summaryOf);
}

/** One audit; throws a Failure when the workspace does not have it. */
export function auditRecord(db: ReadableDb, audit: number): Audit {
  const row = db.prepare<[number], Row>(`select ${COLUMNS} from audit where audit = ?`).get(audit);
  if (!row) throw missing(audit);
  return { ...summaryOf(row), report: JSON.parse(row.report) as AuditReport };
}

/** What an audit's rows need to be shown; throws a Failure when the workspace does not have it. */
export function auditRows(db: ReadableDb, audit: number): AuditRows {
  const setup = db.prepare<[number], string>('select setup from audit where audit = ?').pluck().get(audit);
  if (setup === undefined) throw missing(audit);
  return JSON.parse(setup) as AuditRows;
}

/** Gives an audit another name; throws a Failure when the workspace does not have it. */
export function renameAudit(db: WritableDb, audit: number, name: string): void {
  const { changes } = db.prepare('update audit set name = ? where audit = ?').run(name, audit);
  if (changes === 0) throw missing(audit);
}

/** Takes an audit away, with its rows; throws a Failure when the workspace does not have it. */
export function removeAudit(db: WritableDb, audit: number): void {
  const { changes } = db.prepare('delete from audit where audit = ?').run(audit);
  if (changes === 0) throw missing(audit);
  for (const table of new AuditTables(audit).all(db)) db.exec(`drop table ${table}`);
}

function summaryOf({ audit, name, madeAt, report }: Row): AuditSummary {
  const { stages, outcome, findings } = JSON.parse(report) as AuditReport;
  return { audit, name, madeAt, stages, outcome, findings: findings.length };
}

function missing(audit: number): Failure {
  return new Failure(`There is no audit ${audit} in this workspace.`, 'Choose another audit.');
}
