import { onTestFinished } from 'vitest';
import { openTemporaryWorkspace, openWorkspace, type Workspace } from '../workspace/workspace.ts';

/** A temporary workspace, closed when the test ends. */
export function aWorkspace(): Workspace {
  const workspace = openTemporaryWorkspace();
  onTestFinished(workspace.close);
  return workspace;
}

/** A workspace that is kept in a file, closed when the test ends. */
export function aKeptWorkspace(path: string): Workspace {
  const workspace = openWorkspace(path);
  onTestFinished(workspace.close);
  return workspace;
}
