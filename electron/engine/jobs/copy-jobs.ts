import { dirname } from 'node:path';
import { beside } from '../export/write-whole.ts';
import { Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
import type { JobTable, WriterContext } from './job.ts';

/** Copies of the workspace. */
export const copyJobs = {
  /** Writes the workspace as it is now into another file, whole or not at all. */
  async saveCopy({ workspace }: WriterContext, { path }: { readonly path: string }): Promise<void> {
    if (!isFolder(dirname(path))) {
      throw new Failure(`${dirname(path)} is no folder.`, 'Choose another place for the copy.');
    }
    await beside(path, async (unfinished, place) => {
      await workspace.db.backup(unfinished);
      place();
    });
  },
} satisfies JobTable<WriterContext>;
