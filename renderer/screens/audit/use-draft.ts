import { useCallback, useSyncExternalStore } from 'react';
import { useWorkspace } from '../../api/workspace.tsx';
import type { Draft } from './draft.ts';
import { draftOfText, draftText } from './draft-text.ts';

const PREFIX = 'muster.audit.';

let drafts: ReadonlyMap<string, Draft> = new Map();
const unread = new Set<string>();
const listeners = new Set<() => void>();

/** Changes what is prepared in a workspace. */
export function changeDraft(workspace: string, change: (draft: Draft) => Draft): void {
  const draft = change(draftOf(workspace));
  drafts = new Map(drafts).set(workspace, draft);
  try {
    if (draft.files.length === 0) sessionStorage.removeItem(PREFIX + workspace);
    else sessionStorage.setItem(PREFIX + workspace, draftText(draft));
  } catch {
    // Without the storage it is kept until the page is loaded again.
  }
  for (const listener of listeners) listener();
}

/** What is prepared in a workspace now, also from before the page was loaded again. */
export function draftOf(workspace: string): Draft {
  const known = drafts.get(workspace);
  if (known) return known;
  const draft = storedDraft(workspace);
  drafts = new Map(drafts).set(workspace, draft);
  if (draft.files.length > 0) unread.add(workspace);
  return draft;
}

/** Whether the draft is from before the page was loaded again, and its files are to be looked into anew; true once. */
export function isToBeRead(workspace: string): boolean {
  draftOf(workspace);
  return unread.delete(workspace);
}

function storedDraft(workspace: string): Draft {
  try {
    return draftOfText(sessionStorage.getItem(PREFIX + workspace));
  } catch {
    return draftOfText(null);
  }
}

/** The audit that is being prepared in the open workspace; it stays while the user looks at other screens. */
export function useDraft(): readonly [draft: Draft, change: (change: (draft: Draft) => Draft) => void] {
  const { workspace } = useWorkspace();
  const draft = useSyncExternalStore(subscribe, () => draftOf(workspace));
  const change = useCallback((by: (draft: Draft) => Draft) => changeDraft(workspace, by), [workspace]);
  return [draft, change];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
