import type { AddedFile, Reading } from '../../contract/files.ts';
import { addFile } from '../files/add-file.ts';
import { type KnownFile, readFile } from '../files/read-file.ts';
import { removeLoaded } from '../files/remove-loaded.ts';
import { endWait, type GivenFile, waitingFile } from '../files/waiting-files.ts';
import { sourcesAsOf } from '../recipe/sources-as-of.ts';
import { today } from '../today.ts';
import { inTransaction } from '../workspace/workspace.ts';
import type { JobTable, WriterContext } from './job.ts';

/** What changes the files of a workspace. */
export const loadJobs = {
  /** Recognises a file and loads it, or lets it wait. */
  addFile(context: WriterContext, file: GivenFile): Promise<AddedFile> {
    return addFile(asOfToday(context), file);
  },

  /** Loads a waiting or loaded file in the way that the user says. */
  readFile(
    context: WriterContext,
    input: { readonly of: KnownFile; readonly source: string; readonly reading: Reading },
  ): Promise<AddedFile> {
    return readFile(asOfToday(context), input);
  },

  /** Takes a loaded file out of its source. */
  removeFile(context: WriterContext, input: { readonly import: number }): Promise<void> {
    return removeLoaded(asOfToday(context), input.import);
  },

  /** Takes a waiting file away. */
  async dismissFile({ workspace }: WriterContext, { file }: { readonly file: string }): Promise<void> {
    await inTransaction(workspace, async () => endWait(workspace.db, waitingFile(workspace.db, file)));
  },
} satisfies JobTable<WriterContext>;

/** Files are judged by the day on which they are loaded; a run has them judged by its own. */
function asOfToday(context: WriterContext): WriterContext {
  return { ...context, recipe: sourcesAsOf(context.recipe, today()) };
}
