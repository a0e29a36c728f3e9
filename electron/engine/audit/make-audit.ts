import type { AuditInput, AuditReport } from '../../contract/audits.ts';
import type { OnProgress } from '../../contract/progress.ts';
import { identifier, type WritableDb } from '../workspace/database.ts';
import type { AuditData, AuditFile } from './audit-data.ts';
import { keepAudit, nextAudit, setupOf } from './audit-record.ts';
import { type AuditRequest, checkRequest } from './audit-request.ts';
import { AuditTables } from './audit-tables.ts';
import { noteChanges, outcomeOf, stageFigures } from './compare-stages.ts';
import { findDroppedIdentifiers } from './find-dropped-identifiers.ts';
import { findFanOuts } from './find-fan-outs.ts';
import { findSilentDrops } from './find-silent-drops.ts';
import { findStaleWindows } from './find-stale-windows.ts';
import { findAppeared, findContradictions, findDoubleReasons, findUnreported } from './find-traced.ts';
import { Findings } from './findings.ts';
import { loadAudit } from './load-audit.ts';
import { varyingColumns } from './varying-columns.ts';
import { warningsOf } from './warnings.ts';

/** An audit that is made: its number and what it says. */
export interface MadeAudit {
  readonly audit: number;
  readonly report: AuditReport;
}

/**
 * Loads the files of an audit, compares the stages and keeps the audit with its rows. Throws a Failure for whatever the user can put right;
 * the caller holds the transaction and undoes it. `onProgress` may throw to stop the work.
 */
export async function makeAudit(
  db: WritableDb,
  name: string,
  request: AuditRequest,
  onProgress: OnProgress,
): Promise<MadeAudit> {
  checkRequest(request);
  const audit = nextAudit(db);
  const tables = new AuditTables(audit);
  onProgress({ kind: 'phase', phase: 'load' });
  const data = await loadAudit(db, tables, request, onProgress);
  onProgress({ kind: 'phase', phase: 'audit' });
  const report = reportOf(data, onProgress);
  dropTemporary(db);
  keepAudit(db, { audit, name, setup: setupOf(data), report });
  return { audit, report };
}

function reportOf(data: AuditData, onProgress: OnProgress): AuditReport {
  const { key, stages: files, traces, references, asOf } = data;
  const step = (name: string) => onProgress({ kind: 'step', phase: 'audit', name });
  noteChanges(data, (stage) => step(files[stage]?.name ?? ''));
  const stages = stageFigures(data);
  const outcome = outcomeOf(data);
  const varying = varyingColumns(data);
  const findings = new Findings(data);
  const finding = (name: string, find: () => void) => {
    step(name);
    find();
  };
  let notCompared: ReturnType<typeof findStaleWindows> = [];
  finding('rows that multiply', () => findFanOuts(data, varying, findings));
  finding('columns that are gone', () => findDroppedIdentifiers(data, varying, findings));
  finding('keys that vanish', () => findSilentDrops(data, findings));
  finding('reasons that are not reported', () => findUnreported(data, findings));
  finding('contradictions', () => findContradictions(data, findings));
  finding('double reasons', () => findDoubleReasons(data, findings));
  finding('keys that appear', () => findAppeared(data, findings));
  finding('older records', () => {
    notCompared = findStaleWindows(data, findings);
  });
  const warnings = warningsOf(data, stages, notCompared);
  return {
    key,
    as_of: references.length === 0 ? null : asOf,
    inputs: [...files, ...traces, ...references].map(inputOf),
    stages,
    outcome,
    findings: findings.list,
    ...(warnings.length > 0 && { warnings }),
  };
}

function inputOf({
  role,
  name,
  file,
  bytes,
  sha256,
  read,
  accepted,
  rejected,
  codes,
}: AuditFile): AuditInput {
  return { role, name, file, bytes, sha256, read, accepted, rejected, codes };
}

/** Takes away what was needed on the way only. */
function dropTemporary(db: WritableDb): void {
  const names = db
    .prepare<[], string>("select name from temp.sqlite_schema where type = 'table' and name glob 'audit_*'")
    .pluck()
    .all();
  for (const name of names) db.exec(`drop table temp.${identifier(name)}`);
}
