import type { Candidate } from '../../../electron/contract/explain.ts';

/**
 * Of those found for a text, those that another text may still mean while its own answer is on its way: all of them for the same text, some
 * for one that goes on where the former ended, null for any other.
 */
export function stillMeant(
  candidates: readonly Candidate[],
  asked: string,
  text: string,
): readonly Candidate[] | null {
  if (text === asked) return candidates;
  if (!text.startsWith(asked)) return null;
  const wanted = text.toLowerCase();
  const some = candidates.filter(({ value }) => value.toLowerCase().includes(wanted));
  return some.length > 0 ? some : null;
}
