import type { OutputInfo } from '../../../electron/contract/workspaces.ts';
import { wordsOf } from '../../components/reconciliation/words-of.ts';

/** Names the list of those who were kept out; no output can have a name with a hyphen. */
export const KEPT_OUT = 'kept-out';

/** A list's name on screen: the title that the recipe gives it, else its name as words. */
export function listTitle({ title, name }: Pick<OutputInfo, 'title' | 'name'>): string {
  return title || wordsOf(name);
}

/** What a list is, for whoever points at its tab. */
export function listAbout({ description, file, written }: OutputInfo): string {
  const where = written
    ? `In the files of a run: ${file}.`
    : 'A list of the app: a run writes no file of it.';
  return [description, where].filter(Boolean).join(' ');
}
