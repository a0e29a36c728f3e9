import type { AuditCandidate, AuditRole } from '../../../electron/contract/audits.ts';
import { moveItem } from '../../components/order/move-item.ts';

/** An audit as the user prepares it. */
export interface Draft {
  /** In order; role and stage as the user has them. */
  readonly files: readonly AuditCandidate[];
  /** Whether the user has put the extracts into an order of their own. */
  readonly moved: boolean;
  /** The key columns that the user chose; null: the likeliest. */
  readonly key: readonly string[] | null;
  /** The day that the user chose; null: today. */
  readonly asOf: string | null;
  /** The name that the user gave; null: the next number. */
  readonly name: string | null;
}

export const NO_DRAFT: Draft = { files: [], moved: false, key: null, asOf: null, name: null };

/**
 * The draft with files that were looked into. What the user changed of a file stays; a new file with the name of one in the
 * list takes its place. Until the user moves an extract, the order is the likely one.
 */
export function withOffer(draft: Draft, candidates: readonly AuditCandidate[]): Draft {
  const places = new Map(candidates.map(({ file }, place) => [file, place]));
  const isNew = ({ file }: AuditCandidate) => !draft.files.some((each) => each.file === file);
  const fresh = candidates.filter(isNew);
  const taken = new Set<string>();
  const kept = draft.files.map((old) => {
    const again = candidates.find(({ file }) => file === old.file);
    const other = fresh.find(({ file, name }) => name === old.name && !taken.has(file));
    if (other) taken.add(other.file);
    const now = other ?? again ?? old;
    // Of what could not be read nothing was known that could be kept.
    return old.problem === null ? { ...now, role: old.role, stage: old.stage } : now;
  });
  const files = [...kept, ...fresh.filter(({ file }) => !taken.has(file))];
  if (draft.moved) return { ...draft, files };
  const placeOf = ({ file }: AuditCandidate) => places.get(file) ?? Number.MAX_SAFE_INTEGER;
  return { ...draft, files: files.toSorted((one, other) => placeOf(one) - placeOf(other)) };
}

/** The files of a role that can be read, in order. */
export function filesOf(draft: Draft, role: AuditRole): readonly AuditCandidate[] {
  return draft.files.filter((file) => file.role === role && file.problem === null);
}

/** The draft with another role or stage's name for a file. */
export function withChange(
  draft: Draft,
  file: string,
  patch: Partial<Pick<AuditCandidate, 'role' | 'stage'>>,
): Draft {
  return { ...draft, files: draft.files.map((each) => (each.file === file ? { ...each, ...patch } : each)) };
}

/** The draft without a file; with the last file all else that was chosen goes. */
export function without(draft: Draft, file: string): Draft {
  const files = draft.files.filter((each) => each.file !== file);
  return files.length === 0 ? NO_DRAFT : { ...draft, files };
}

/** The draft with an extract at another place among the extracts, counted from 0; beyond an end is at that end. */
export function withMoved(draft: Draft, file: string, to: number): Draft {
  const stages = filesOf(draft, 'stage');
  const moving = stages.find((each) => each.file === file);
  if (!moving) return draft;
  const rest = draft.files.filter((each) => !stages.includes(each));
  return { ...draft, moved: true, files: [...moveItem(stages, moving, to), ...rest] };
}
