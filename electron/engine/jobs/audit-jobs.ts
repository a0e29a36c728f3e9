import type { AuditOffer } from '../../contract/audits.ts';
import { auditRecord, removeAudit, renameAudit } from '../audit/audit-record.ts';
import { type AuditRequest, type GivenAuditFile, inputFilesOf } from '../audit/audit-request.ts';
import { findingsTable } from '../audit/findings-file.ts';
import { type FileToLookAt, lookAtFiles } from '../audit/look-at-files.ts';
import { makeAudit } from '../audit/make-audit.ts';
import { offeredKeys } from '../audit/offered-keys.ts';
import { jsonText } from '../export/json-file.ts';
import { writeCsvWhole, writeWhole } from '../export/write-whole.ts';
import { Failure } from '../failure.ts';
import { inTransaction } from '../workspace/workspace.ts';
import type { JobTable, ReaderContext, WriterContext } from './job.ts';

/** Audits of pipelines that run elsewhere, each change in one transaction. */
export const auditJobs = {
  /** Loads the files of an audit, compares them and keeps what was found. */
  async makeAudit(
    { workspace, onProgress, cancel }: WriterContext,
    { name, request }: { readonly name: string; readonly request: AuditRequest },
  ): Promise<{ readonly audit: number }> {
    const { audit } = await inTransaction(workspace, () =>
      makeAudit(workspace.db, name, request, (progress) => {
        cancel.check();
        onProgress(progress);
      }),
    ).catch((error: unknown) => {
      throw namedAsTheUserDoes(error, request);
    });
    return { audit };
  },

  async renameAudit(
    { workspace }: WriterContext,
    { audit, name }: { readonly audit: number; readonly name: string },
  ): Promise<void> {
    await inTransaction(workspace, async () => renameAudit(workspace.db, audit, name));
  },

  async removeAudit({ workspace }: WriterContext, { audit }: { readonly audit: number }): Promise<void> {
    await inTransaction(workspace, async () => removeAudit(workspace.db, audit));
  },

  /** Writes what an audit found, or its report, whole or not at all. */
  async writeAudit(
    { workspace }: WriterContext,
    {
      audit,
      what,
      path,
    }: { readonly audit: number; readonly what: 'findings' | 'report'; readonly path: string },
  ): Promise<void> {
    const { db } = workspace;
    if (what === 'report') {
      await writeWhole(path, [jsonText(auditRecord(db, audit).report)], ({ place }) => place());
      return;
    }
    const { header, rows } = findingsTable(db, audit);
    await writeCsvWhole(path, header, rows);
  },
} satisfies JobTable<WriterContext>;

/** A failure that names files as the user knows them: their paths may be those of copies that the host made. */
function namedAsTheUserDoes(error: unknown, request: AuditRequest): unknown {
  if (!(error instanceof Failure)) return error;
  const named = inputFilesOf(request).reduce(
    (message, { file: { path, name } }) => message.replaceAll(path, name),
    error.message,
  );
  return new Failure(named, error.nextStep, { cause: error });
}

/** Looks into files that may become those of an audit. */
export const auditLooks = {
  lookAtAudit(_: ReaderContext, { files }: { readonly files: readonly FileToLookAt[] }): Promise<AuditOffer> {
    return lookAtFiles(files);
  },

  auditKeys(
    _: ReaderContext,
    {
      stages,
      traces,
    }: { readonly stages: readonly GivenAuditFile[]; readonly traces: readonly GivenAuditFile[] },
  ): Promise<readonly (readonly string[])[]> {
    return offeredKeys(stages, traces);
  },
} satisfies JobTable<ReaderContext>;
