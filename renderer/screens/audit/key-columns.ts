import type { AuditCandidate } from '../../../electron/contract/audits.ts';
import { type Draft, filesOf } from './draft.ts';

/** A header's name as headers are compared: in any case, without regard to white space, `_` and `-`. */
export function foldHeader(header: string): string {
  return header.toLowerCase().replace(/[\s_\-\uFEFF]/gu, '');
}

/** The files that have to have the key columns: extracts and traces. */
export function keyedFiles(draft: Draft): readonly AuditCandidate[] {
  return [...filesOf(draft, 'stage'), ...filesOf(draft, 'trace'), ...filesOf(draft, 'other trace')];
}

/** The columns that all of these files have, as the first of them writes and orders them. */
export function commonColumns(files: readonly AuditCandidate[]): readonly string[] {
  const [first, ...others] = files;
  const names = others.map(({ columns }) => new Set(columns.map(foldHeader)));
  const seen = new Set<string>();
  return (first?.columns ?? []).filter((column) => {
    const name = foldHeader(column);
    if (name === '' || seen.has(name)) return false;
    seen.add(name);
    return names.every((each) => each.has(name));
  });
}

/** The one file without which the others share columns; null where there is none, or several are. */
export function oddFile(files: readonly AuditCandidate[]): AuditCandidate | null {
  if (commonColumns(files).length > 0) return null;
  const odd = files.filter((file) => commonColumns(files.filter((each) => each !== file)).length > 0);
  return files.length > 2 && odd.length === 1 ? (odd[0] ?? null) : null;
}

/** Whether two lists of columns name the same columns, in whatever order. */
export function sameColumns(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(one.map(foldHeader));
  return names.size === other.length && other.every((column) => names.has(foldHeader(column)));
}
