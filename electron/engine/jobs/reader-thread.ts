import { guardReads } from '../workspace/cancel.ts';
import { openWorkspaceForReading } from '../workspace/workspace.ts';
import { readerJobs } from './reader-jobs.ts';
import { serveJobs } from './serve-jobs.ts';

serveJobs(readerJobs, (path, recipe, cancel) => {
  const db = openWorkspaceForReading(path);
  guardReads(db, cancel);
  return {
    context: (onProgress) => ({ path, db, recipe, onProgress, cancel }),
    close: () => db.close(),
  };
});
