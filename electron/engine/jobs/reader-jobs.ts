import { auditLooks } from './audit-jobs.ts';
import { compareJobs } from './compare-jobs.ts';
import { profileJobs } from './profile-jobs.ts';
import { resultJobs } from './result-jobs.ts';

/** Reading that takes longer than a call may: it would keep the other calls waiting. */
export const readerJobs = { ...profileJobs, ...compareJobs, ...resultJobs, ...auditLooks };
