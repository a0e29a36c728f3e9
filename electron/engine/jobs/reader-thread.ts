import { guardReads } from '../workspace/cancel.ts';
import { openWorkspaceForReading } from '../workspace/workspace.ts';
import { readerJobs } from './reader-jobs.ts';
import { serveJobs } from './serve-jobs.ts';

serveJobs(readerJobs, (path, _, cancel) => {
  const db = openWorkspaceForReading(path);
  guardReads(db, cancel);
  return {
    context: ({ recipe, onProgress }) => ({ path, db, recipe, onProgress, cancel }),
    close: () => db.close(),
  };
});
