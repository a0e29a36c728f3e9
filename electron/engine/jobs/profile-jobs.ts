import type { ColumnProfile } from '../../contract/files.ts';
import { profileSource } from '../files/profile.ts';
import { sourceOf } from '../files/read-file.ts';
import type { JobTable, ReaderContext } from './job.ts';

/** What the accepted records of a source hold. */
export const profileJobs = {
  profileSource({ db, recipe }: ReaderContext, input: { readonly source: string }): readonly ColumnProfile[] {
    return profileSource(db, sourceOf(recipe, input.source));
  },
} satisfies JobTable<ReaderContext>;
