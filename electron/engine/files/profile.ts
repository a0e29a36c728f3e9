import type { ColumnProfile } from '../../contract/files.ts';
import { readable, type Value } from '../explain/readable.ts';
import { refuseRedefined } from '../ingest/import-table.ts';
import { exposeSource, stagingName } from '../ingest/staging.ts';
import type { Column, Source } from '../recipe/recipe.ts';
import { hasTable, identifier, type ReadableDb } from '../workspace/database.ts';
import { dateHistogram } from './date-histogram.ts';
import { numberHistogram } from './number-histogram.ts';

/** Of texts so many of the most frequent are named. */
const MOST_TEXTS = 8;

/** Profiles by source, as long as nobody has written to the workspace. */
interface Known {
  version: number;
  readonly profiles: Map<string, readonly ColumnProfile[]>;
}

const known = new WeakMap<ReadableDb, Known>();

/**
 * What the accepted records of a source hold, column by column: at most two scans a column, each of which can be stopped. Throws a Failure
 * where the source is described anew since its files were loaded.
 */
export function profileSource(db: ReadableDb, source: Source): readonly ColumnProfile[] {
  const version = db.pragma('data_version', { simple: true }) as number;
  let cache = known.get(db);
  if (cache?.version !== version) {
    cache = { version, profiles: new Map() };
    known.set(db, cache);
  }
  const present = cache.profiles.get(source.name);
  if (present) return present;
  if (!hasTable(db, stagingName(source.name))) return [];
  refuseRedefined(db, source);
  exposeSource(db, source);
  const profiles = source.columns.map((column) => profileColumn(db, source.name, column));
  cache.profiles.set(source.name, profiles);
  return profiles;
}

/** The figures of a column. */
interface Figures {
  readonly records: bigint;
  readonly filled: bigint;
  readonly distinct_values: bigint;
  readonly least: Value;
  readonly most: Value;
}

function profileColumn(db: ReadableDb, source: string, column: Column): ColumnProfile {
  const name = identifier(column.name);
  const figures = db
    .prepare<[], Figures>(
      `select count(*) as records, count(${name}) as filled, count(distinct ${name}) as distinct_values,
         min(${name}) as least, max(${name}) as most
       from ${identifier(source)}`,
    )
    .safeIntegers()
    .get();
  if (!figures) throw new Error(`${source} cannot be counted.`);
  const { records, filled, distinct_values: distinct, least, most } = figures;
  const { kind } = column.type;
  return {
    column: column.name,
    filled: Number(filled),
    empty: Number(records - filled),
    distinct: Number(distinct),
    least: readable(least, kind),
    most: readable(most, kind),
    histogram: filled === 0n ? [] : histogram(db, source, column, figures),
  };
}

function histogram(db: ReadableDb, source: string, { name, type }: Column, figures: Figures) {
  const { least, most, filled, distinct_values: distinct } = figures;
  switch (type.kind) {
    case 'integer':
    case 'decimal':
      if (typeof least !== 'bigint' || typeof most !== 'bigint') return [];
      return numberHistogram(db, source, name, type.kind, least, most);
    case 'date':
    case 'timestamp':
      return dateHistogram(db, source, name, String(least), String(most));
    default:
      // Where every value stands once none is frequent.
      if (distinct === filled && filled > MOST_TEXTS) return [];
      return textHistogram(db, source, name, type.kind, filled, distinct);
  }
}

function textHistogram(
  db: ReadableDb,
  source: string,
  name: string,
  kind: Column['type']['kind'],
  filled: bigint,
  distinct: bigint,
): ColumnProfile['histogram'] {
  const column = identifier(name);
  const frequent = db
    .prepare<[number], [value: Value, records: bigint]>(
      `select ${column}, count(*)
       from ${identifier(source)}
       where ${column} is not null
       group by 1
       order by 2 desc, 1
       limit ?`,
    )
    .raw()
    .safeIntegers()
    .all(MOST_TEXTS)
    .map(([value, records]) => ({ label: readable(value, kind) ?? '', count: Number(records) }));
  if (distinct <= MOST_TEXTS) return frequent;
  const named = frequent.reduce((sum, each) => sum + each.count, 0);
  return [...frequent, { label: 'others', count: Number(filled) - named }];
}
