import { join } from 'node:path';
import type { AuditReport } from '../../../contract/audits.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { inTransaction, openTemporaryWorkspace } from '../../workspace/workspace.ts';
import type { AuditRequest } from '../audit-request.ts';
import { findingsTable } from '../findings-file.ts';
import { makeAudit } from '../make-audit.ts';

/** The texts of an audit's files; stages by name, in order. */
export interface AuditTexts {
  readonly key: readonly string[];
  readonly stages: Readonly<Record<string, string>>;
  readonly traces?: readonly string[];
  readonly otherTraces?: readonly string[];
  readonly references?: readonly string[];
  readonly more?: Partial<AuditRequest>;
}

/** What an audit said, and the lines of its findings' file without the header. */
export interface AuditUnderTest {
  readonly report: AuditReport;
  readonly lines: readonly string[];
}

/** Writes the files and asks for their audit as of 2026-11-20. */
export function aRequest(texts: AuditTexts): AuditRequest {
  const { key, stages, traces = [], otherTraces = [], references = [], more } = texts;
  const named = (kind: string, contents: readonly string[]) =>
    contents.map((content, index) => [`${kind}-${index + 1}.csv`, content] as const);
  const files = {
    stages: Object.entries(stages).map(([name, content]) => [`${name}.csv`, content] as const),
    traces: named('trace', traces),
    otherTraces: named('other', otherTraces),
    references: named('reference', references),
  };
  const folder = tempFolder(Object.fromEntries(Object.values(files).flat()));
  const given = ([name]: readonly [string, string]) => ({ path: join(folder, name), name });
  return {
    key,
    stages: Object.keys(stages).map((name) => ({ name, file: given([`${name}.csv`, '']) })),
    traces: files.traces.map(given),
    otherTraces: files.otherTraces.map(given),
    references: files.references.map(given),
    asOf: '2026-11-20',
    ...more,
  };
}

/** Audits these files in a workspace that goes at once. */
export async function anAudit(texts: AuditTexts): Promise<AuditUnderTest> {
  const workspace = openTemporaryWorkspace();
  const { db } = workspace;
  try {
    const request = aRequest(texts);
    const { audit, report } = await inTransaction(workspace, () => makeAudit(db, 'test', request, () => {}));
    const lines = [...findingsTable(db, audit).rows].map((cells) =>
      cells.map((cell) => cell ?? '').join(','),
    );
    return { report, lines };
  } finally {
    workspace.close();
  }
}
