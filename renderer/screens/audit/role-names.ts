import type { AuditRole } from '../../../electron/contract/audits.ts';

/** The roles of files on screen. The page takes the contract's types only, so the names stand here; the type holds them to it. */
export const ROLE_NAMES: Readonly<Record<AuditRole, string>> = {
  stage: 'Stage',
  trace: 'Trace',
  'other trace': 'Other trace',
  reference: 'Reference',
};
