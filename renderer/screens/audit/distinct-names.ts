import type { AuditSummary } from '../../../electron/contract/audits.ts';
import { formatInstant } from '../../format/times.ts';

/** Audits whose names tell them apart: those that share one say when they were made, and where that is the same, too, which they are. */
export function withDistinctNames(audits: readonly AuditSummary[]): readonly AuditSummary[] {
  const dated = tellApart(audits, ({ madeAt }) => formatInstant(madeAt));
  return tellApart(dated, ({ audit }) => `no. ${audit}`);
}

function tellApart(
  audits: readonly AuditSummary[],
  sign: (audit: AuditSummary) => string,
): readonly AuditSummary[] {
  const counts = new Map<string, number>();
  for (const { name } of audits) counts.set(name, (counts.get(name) ?? 0) + 1);
  return audits.map((audit) =>
    counts.get(audit.name) === 1 ? audit : { ...audit, name: `${audit.name} (${sign(audit)})` },
  );
}
