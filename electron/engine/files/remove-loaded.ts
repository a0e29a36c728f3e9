import { Failure } from '../failure.ts';
import type { WriterContext } from '../jobs/job.ts';
import { inTransaction } from '../workspace/workspace.ts';
import { removeFile } from './place-file.ts';
import { sourceOf } from './read-file.ts';

/** Takes a loaded file out of its source. Throws a Failure where that cannot be done; all is then as before. */
export async function removeLoaded(
  { workspace, recipe, onProgress, cancel }: WriterContext,
  importNumber: number,
): Promise<void> {
  const { db } = workspace;
  await inTransaction(workspace, async () => {
    const source = db
      .prepare<[number], string>('select source from import where import = ?')
      .pluck()
      .get(importNumber);
    if (source === undefined) {
      throw new Failure('The file is not loaded any more.', 'Look at the list of files again.');
    }
    await removeFile({ db, onProgress, cancel }, sourceOf(recipe, source), importNumber);
  });
}
