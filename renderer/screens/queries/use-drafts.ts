import { useState } from 'react';
import type { SavedQuery } from '../../../electron/contract/queries.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { queryKey } from './query-key.ts';

/** What was typed and not saved, by workspace and query; kept while the window is open. */
const KEPT = new Map<string, ReadonlyMap<string, string>>();

/** Texts of queries that are not saved: whoever goes to another query or screen finds them again. */
export interface Drafts {
  textOf(query: SavedQuery | null): string;
  isEdited(query: SavedQuery | null): boolean;
  /** Keeps a text; one that is as it was saved is no draft. */
  write(query: SavedQuery | null, text: string): void;
  forget(query: SavedQuery | null): void;
}

/** The drafts of the open workspace. */
export function useDrafts(): Drafts {
  const { workspace } = useWorkspace();
  const [, redraw] = useState(0);
  const keyOf = (query: SavedQuery | null) => (query === null ? 'new' : queryKey(query));
  const change = (edit: (drafts: Map<string, string>) => void) => {
    const drafts = new Map(KEPT.get(workspace));
    edit(drafts);
    KEPT.set(workspace, drafts);
    redraw((before) => before + 1);
  };
  const draftOf = (query: SavedQuery | null) => KEPT.get(workspace)?.get(keyOf(query));
  return {
    textOf: (query) => draftOf(query) ?? query?.sql ?? '',
    isEdited: (query) => draftOf(query) !== undefined,
    write: (query, text) => {
      change((drafts) => {
        if (text === (query?.sql ?? '')) drafts.delete(keyOf(query));
        else drafts.set(keyOf(query), text);
      });
    },
    forget: (query) => change((drafts) => drafts.delete(keyOf(query))),
  };
}
