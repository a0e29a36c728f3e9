import { useState } from 'react';
import type { SavedQuery } from '../../../electron/contract/queries.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { queryKey } from './query-key.ts';

const PREFIX = 'muster.drafts.';

/** What was typed and not saved, by workspace and query. */
const KEPT = new Map<string, ReadonlyMap<string, string>>();

/** The drafts of a workspace, also those from before the page was loaded again. */
function draftsOf(workspace: string): ReadonlyMap<string, string> {
  const kept = KEPT.get(workspace) ?? storedDrafts(workspace);
  KEPT.set(workspace, kept);
  return kept;
}

function storedDrafts(workspace: string): ReadonlyMap<string, string> {
  try {
    return new Map(JSON.parse(localStorage.getItem(PREFIX + workspace) ?? '[]') as [string, string][]);
  } catch {
    return new Map();
  }
}

function keep(workspace: string, drafts: ReadonlyMap<string, string>): void {
  KEPT.set(workspace, drafts);
  try {
    if (drafts.size === 0) localStorage.removeItem(PREFIX + workspace);
    else localStorage.setItem(PREFIX + workspace, JSON.stringify([...drafts]));
  } catch {
    // Without the storage they are kept while the window is open.
  }
}

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
    const drafts = new Map(draftsOf(workspace));
    edit(drafts);
    keep(workspace, drafts);
    redraw((before) => before + 1);
  };
  const draftOf = (query: SavedQuery | null) => draftsOf(workspace).get(keyOf(query));
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
