import { Copy, EyeOff, GitFork, History, Layers, type LucideIcon, Scale, Sprout, Unlink } from 'lucide-react';
import type { AuditFinding, FindingKind } from '../../../electron/contract/audits.ts';

/** The kinds of findings with their titles and signs, the gravest first. */
const KINDS: Readonly<Record<FindingKind, { readonly title: string; readonly Icon: LucideIcon }>> = {
  silent_drop: { title: 'Records vanished without a trace', Icon: EyeOff },
  contradiction: { title: 'Delivered and filtered at once', Icon: Scale },
  unreported: { title: 'Filtered, but not in the main trace files', Icon: Layers },
  fan_out: { title: 'A join multiplied rows', Icon: GitFork },
  dropped_identifier: { title: 'The column that told rows apart is gone', Icon: Unlink },
  appeared: { title: 'Records that the stage before does not have', Icon: Sprout },
  stale_window: { title: 'An outdated record was used', Icon: History },
  double_reason: { title: 'Filtered more than once', Icon: Copy },
};

/** The kinds, the gravest first. */
export const KINDS_BY_GRAVITY = Object.keys(KINDS) as readonly FindingKind[];

/** The title of a kind, in plain words. */
export function findingTitle(kind: FindingKind): string {
  return KINDS[kind].title;
}

/** The sign of a kind. */
export function findingIcon(kind: FindingKind): LucideIcon {
  return KINDS[kind].Icon;
}

/** The findings, the gravest first, each with its place in the report. */
export function byGravity(
  findings: readonly AuditFinding[],
): readonly { readonly finding: AuditFinding; readonly place: number }[] {
  return findings
    .map((finding, place) => ({ finding, place }))
    .toSorted(
      (one, other) =>
        KINDS_BY_GRAVITY.indexOf(one.finding.kind) - KINDS_BY_GRAVITY.indexOf(other.finding.kind) ||
        one.place - other.place,
    );
}
