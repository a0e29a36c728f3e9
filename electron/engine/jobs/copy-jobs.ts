import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainSystemError, Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
import type { JobTable, WriterContext } from './job.ts';

/** Copies of the workspace. */
export const copyJobs = {
  /** Writes the workspace as it is now into another file, whole or not at all. */
  async saveCopy({ workspace }: WriterContext, { path }: { readonly path: string }): Promise<void> {
    if (!isFolder(dirname(path))) {
      throw new Failure(`${dirname(path)} is no folder.`, 'Choose another place for the copy.');
    }
    const unfinished = `${path}.${process.pid}.unfinished`;
    try {
      rmSync(unfinished, { force: true });
      await workspace.db.backup(unfinished);
      renameSync(unfinished, path);
    } catch (error) {
      throw explainSystemError(error, path);
    } finally {
      rmSync(unfinished, { force: true });
    }
  },
} satisfies JobTable<WriterContext>;
