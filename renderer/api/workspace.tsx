import { createContext, useContext } from 'react';
import type { Overview } from '../../electron/contract/workspaces.ts';

/** The open workspace, as the window's frame has it. */
export const OverviewContext = createContext<Overview | null>(null);

/** The open workspace: its id for calls, its recipe and the figures of its steps. Only inside a workspace's window. */
export function useWorkspace(): Overview {
  const overview = useContext(OverviewContext);
  if (!overview) throw new Error('No workspace is open.');
  return overview;
}
