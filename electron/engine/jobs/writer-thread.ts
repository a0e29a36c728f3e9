import { guardReads } from '../workspace/cancel.ts';
import { claimForRecipe } from '../workspace/claim.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { serveJobs } from './serve-jobs.ts';
import { writerJobs } from './writer-jobs.ts';

serveJobs(writerJobs, (path, recipe, cancel) => {
  const workspace = openWorkspace(path);
  try {
    workspace.db.transaction(() => claimForRecipe(workspace, recipe)).immediate();
    guardReads(workspace.db, cancel);
  } catch (error) {
    workspace.close();
    throw error;
  }
  return {
    context: (now) => ({ workspace, ...now, cancel }),
    close: () => workspace.close(),
  };
});
