import { useCallback, useSyncExternalStore } from 'react';
import { useWorkspace } from '../../api/workspace.tsx';
import { type Draft, NO_DRAFT } from './draft.ts';

let drafts: ReadonlyMap<string, Draft> = new Map();
const listeners = new Set<() => void>();

/** Changes what is prepared in a workspace. */
export function changeDraft(workspace: string, change: (draft: Draft) => Draft): void {
  drafts = new Map(drafts).set(workspace, change(draftOf(workspace)));
  for (const listener of listeners) listener();
}

/** What is prepared in a workspace now. */
export function draftOf(workspace: string): Draft {
  return drafts.get(workspace) ?? NO_DRAFT;
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
