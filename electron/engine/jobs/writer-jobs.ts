import { auditJobs } from './audit-jobs.ts';
import { copyJobs } from './copy-jobs.ts';
import { correctionJobs } from './correction-jobs.ts';
import { exportJobs } from './export-jobs.ts';
import { loadJobs } from './load-jobs.ts';
import { lookupJobs } from './lookup-jobs.ts';
import { queryJobs } from './query-jobs.ts';
import { runJobs } from './run-jobs.ts';

/** All that changes a workspace, and the writing of files, which has to see it unchanged. */
export const writerJobs = {
  ...loadJobs,
  ...copyJobs,
  ...correctionJobs,
  ...runJobs,
  ...exportJobs,
  ...queryJobs,
  ...lookupJobs,
  ...auditJobs,
};
