import type { ReadableDb } from '../workspace/database.ts';
import { selectRows } from './query.ts';
import { namedTogether } from './words.ts';

/** So many rows are named where there may be many. */
export const MOST_NAMED = 3;

/** The first rows of a query that binds nothing, in words: for a failure that names some of them. */
export function firstRows(db: ReadableDb, sql: string): string {
  const rows = selectRows<unknown[]>(db, `${sql} limit ${MOST_NAMED}`).raw().all({});
  return namedTogether(rows.map((row) => row.join(', ')));
}
