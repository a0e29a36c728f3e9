import type { UseQueryResult } from '@tanstack/react-query';
import type { Audit, AuditSummary } from '../../../electron/contract/audits.ts';
import { useAnswer } from '../../api/use-answer.ts';

/** The audits of the workspace, the latest first. */
export function useAudits(): UseQueryResult<readonly AuditSummary[]> {
  return useAnswer({
    key: ['audits.list'],
    topics: ['audits'],
    ask: (api, workspace, signal) => api.audits.list({ workspace }, { signal }),
  });
}

/** One audit with its report. */
export function useAudit(audit: number): UseQueryResult<Audit> {
  return useAnswer({
    key: ['audits.get', audit],
    topics: ['audits'],
    ask: (api, workspace, signal) => api.audits.get({ workspace, audit }, { signal }),
  });
}
