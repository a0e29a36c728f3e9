import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AuditReport } from '../../contract/audits.ts';
import type { OnProgress } from '../../contract/progress.ts';
import { writeCsv } from '../export/csv-writer.ts';
import { writeJson } from '../export/json-file.ts';
import { openPublication } from '../export/publish.ts';
import { explainSystemError, Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
import { inTransaction, openTemporaryWorkspace } from '../workspace/workspace.ts';
import { type AuditRequest, inputFilesOf } from './audit-request.ts';
import { FINDINGS_FILE, findingsTable, REPORT_FILE } from './findings-file.ts';
import { makeAudit } from './make-audit.ts';

/** Where the files of an audit are to appear. */
export interface AuditTarget {
  readonly outFolder: string;
  /** Whether the folder itself has to stay, as somebody stands in it. */
  readonly keepOutFolder?: boolean;
}

/**
 * Makes an audit in a workspace that is thrown away and writes `audit.json` and `findings.csv`, both or neither. Throws a Failure for
 * whatever the user can put right.
 */
export async function writeAudit(
  request: AuditRequest,
  { outFolder, keepOutFolder }: AuditTarget,
  onProgress: OnProgress,
): Promise<AuditReport> {
  refuseInputsInTheWay(request, outFolder);
  const publication = openPublication(outFolder, keepOutFolder);
  try {
    const workspace = openTemporaryWorkspace();
    try {
      const { db } = workspace;
      const report = await inTransaction(workspace, async () => {
        const made = await makeAudit(db, '', request, onProgress);
        onProgress({ kind: 'phase', phase: 'write' });
        try {
          const { header, rows } = findingsTable(db, made.audit);
          writeCsv(join(publication.staging, FINDINGS_FILE), header, rows);
          writeJson(join(publication.staging, REPORT_FILE), made.report);
          publication.check();
        } catch (error) {
          throw explainSystemError(error, outFolder);
        }
        return made.report;
      });
      publication.publish();
      return report;
    } finally {
      workspace.close();
    }
  } finally {
    publication.discard();
  }
}

/** A file of an earlier audit that is given as an input would be replaced. */
function refuseInputsInTheWay(request: AuditRequest, outFolder: string): void {
  const results = new Set([FINDINGS_FILE, REPORT_FILE]);
  const inTheWay = inputFilesOf(request).find(
    ({ file: { path, name } }) =>
      results.has(name) &&
      isFolder(outFolder) &&
      isFolder(dirname(path)) &&
      realpathSync(dirname(path)) === realpathSync(outFolder),
  );
  if (!inTheWay) return;
  throw new Failure(
    `${inTheWay.file.path} is one of the input files, and the audit would replace it.`,
    'Name another folder for the results.',
  );
}
