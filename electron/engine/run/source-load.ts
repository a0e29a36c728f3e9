import type { ReadableDb } from '../workspace/database.ts';

/** The table of how long sources took to load, for diagnostics and insights: outputs are the same however fast a machine is. */
export const SOURCE_LOAD = 'source_load';

export const SOURCE_LOAD_COLUMNS = [
  'run',
  'as_of',
  'source',
  'read',
  'accepted',
  'rejected',
  'bytes',
  'milliseconds',
] as const;

/** Lets queries name what each source of each run up to one was made of, and how long loading it took; null where that was not kept. */
export function exposeSourceLoad(db: ReadableDb, run: number): void {
  const sums = SOURCE_LOAD_COLUMNS.slice(3).map((name) => `sum(value ->> '${name}') as "${name}"`);
  db.exec(`drop view if exists temp.${SOURCE_LOAD}`);
  db.exec(
    `create temp view ${SOURCE_LOAD} as
     select run, as_of, value ->> 'source' as source, ${sums.join(', ')}
     from main.run, json_each(imports)
     where run <= ${run}
     group by run, as_of, value ->> 'source'`,
  );
}
