import type { Source } from '../recipe/recipe.ts';
import type { ActContext } from '../review/make-corrections.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { aColumn, aRecipe, aRequired, aSource } from './a-source.ts';
import { aWorkspace } from './a-workspace.ts';
import { load } from './load.ts';
import { type Files, tempFolder } from './temp-folder.ts';

/** Bookings with an id that no two may share, a required amount, a day and a status. */
export const BOOKINGS: Source = aSource(
  'booking',
  [
    aRequired('booking_id', 'id'),
    aRequired('amount', 'decimal'),
    aColumn('booked_on', 'date'),
    aColumn('status', { kind: 'enum', values: ['paid', 'open'] }),
  ],
  { unique: [['booking_id']] },
);

/** A workspace with files of bookings, to be reviewed. */
export interface Review extends ActContext {
  readonly db: Workspace['db'];
  readonly workspace: Workspace;
  readonly folder: string;
  /** The number of the record on a line of the file of that number, counted from 1. */
  record(line: number, file?: number): bigint;
}

/** Loads files of bookings into a workspace. */
export async function aReview(
  files: Files,
  source: Source = BOOKINGS,
  workspace: Workspace = aWorkspace(),
): Promise<Review> {
  const folder = tempFolder(files);
  await load(workspace, folder, source);
  const record = (line: number, file = 1) => (BigInt(file) << 32n) + BigInt(line);
  return { workspace, db: workspace.db, folder, recipe: aRecipe(source), check: () => {}, record };
}

/** All that corrections can change, table by table. */
export function reviewedTables(db: ReadableDb, source: Source = BOOKINGS): Readonly<Record<string, unknown>> {
  const rows = (sql: string) => db.prepare(sql).raw().safeIntegers().all();
  return {
    accepted: rows(`select * from ${identifier(`source_${source.name}`)} order by record`),
    imports: rows('select import, file, read, accepted, rejected from import order by import'),
    rejected: rows('select * from quarantine order by record'),
    faults: rows('select * from fault order by record, position'),
  };
}

/** What became of each rejected record, by file and line: its state, the faults that it has now, and its corrected cells. */
export function reviewed(db: ReadableDb): Readonly<Record<string, string>> {
  const rows = db
    .prepare<[], [place: string, story: string]>(
      `select (record >> 32) || ':' || (record & 4294967295),
         concat_ws(' ', state, (
           select group_concat(
             coalesce(column_name || ':', '') || code || coalesce('@' || (holder >> 32) || ':' || (holder & 4294967295), ''),
             '|' order by position
           )
           from fault where fault.record = quarantine.record and not lifted
         ), corrected_cells)
       from quarantine order by record`,
    )
    .raw()
    .all();
  return Object.fromEntries(rows);
}
