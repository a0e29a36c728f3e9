import { removeQuery, saveQuery } from '../queries/saved-queries.ts';
import type { JobTable, WriterContext } from './job.ts';

/** The queries that the user saves. */
export const queryJobs = {
  saveQuery(
    { workspace }: WriterContext,
    { name, sql }: { readonly name: string; readonly sql: string },
  ): void {
    saveQuery(workspace.db, name, sql);
  },

  removeQuery({ workspace }: WriterContext, { name }: { readonly name: string }): void {
    removeQuery(workspace.db, name);
  },
} satisfies JobTable<WriterContext>;
