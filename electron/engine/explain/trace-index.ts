import { stagingName } from '../ingest/staging.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { importReaders } from '../review/import-reader.ts';
import { keptColumns, keptTable } from '../run/history.ts';
import { runTables } from '../run/run-tables.ts';
import { WHITE_SPACE_SQL } from '../white-space.ts';
import {
  hasTable,
  identifier,
  identifiers,
  type ReadableDb,
  type WritableDb,
} from '../workspace/database.ts';
import { entityColumns } from './entity-rows.ts';
import { lastRunNumber } from './stored-run.ts';

/** Indexes of this kind are made here and nowhere else. */
const PREFIX = 'trace_';

/**
 * Makes what a trace finds its records by: indexes on the key of each source and of the last run's outputs, and on the key's cells of
 * rejected records, a file each, as the key may stand elsewhere in each. What is there already stays; what is of no use any more goes.
 */
export function indexForTrace(db: WritableDb, recipe: Recipe): void {
  const wanted = new Map([
    ...recipe.sources.flatMap((source) => sourceIndexes(db, source, entityColumns(recipe, source))),
    ...outputIndexes(db, recipe),
    ...populationIndexes(db, recipe),
    ...historyIndexes(db, recipe),
  ]);
  for (const name of present(db)) if (!wanted.has(name)) db.exec(`drop index main.${identifier(name)}`);
  for (const [name, target] of wanted)
    db.exec(`create index if not exists main.${identifier(name)} on ${target}`);
}

/** Takes them all away, before a large file is loaded: with them a million records take four times as long to store. */
export function dropTraceIndexes(db: WritableDb): void {
  for (const name of present(db)) db.exec(`drop index main.${identifier(name)}`);
}

function present(db: ReadableDb): readonly string[] {
  return db
    .prepare<[], string>(
      `select name from main.sqlite_schema where type = 'index' and name glob '${PREFIX}*'`,
    )
    .pluck()
    .all();
}

/**
 * A source's key column as its index has it. Not the bare column: an index on that could change the plans of a recipe's own
 * queries, and so the order of what they leave open.
 */
export function sourceKey(column: string): string {
  return `coalesce(${identifier(column)}, null)`;
}

/** The trimmed cell of a rejected record at a place, in small letters where case does not count. */
export function cellAt(place: number, anyCase: boolean): string {
  const cell = `trim(json_extract(cells, '$[${place}]'), ${WHITE_SPACE_SQL})`;
  return anyCase ? `lower(${cell})` : cell;
}

type Index = readonly [name: string, target: string];

function sourceIndexes(db: ReadableDb, source: Source, key: readonly string[]): readonly Index[] {
  if (key.length === 0) return [];
  const staging = stagingName(source.name);
  const ofRejected = importReaders(db, source).flatMap(
    ({ import: importNumber, places }): readonly Index[] => {
      const found = key.map((name) => places.get(name) ?? -1);
      if (found.includes(-1)) return [];
      const cells = key.map((name, part) => cellAt(found[part] ?? -1, isEmail(source, name)));
      const name = `${PREFIX}rejected_${importNumber}_${found.join('_')}`;
      return [[name, `quarantine (${cells.join(', ')}) where import = ${importNumber}`]];
    },
  );
  return [
    [`${PREFIX}${staging}`, `${identifier(staging)} (${key.map(sourceKey).join(', ')})`],
    ...ofRejected,
  ];
}

/** Whether a column's values are compared in small letters. */
export function isEmail({ columns }: Source, name: string): boolean {
  return columns.find((column) => column.name === name)?.type.kind === 'email';
}

/** By each column of the key but the first, by which the population is in order already: a client's leads are found at once. */
function populationIndexes(db: ReadableDb, { key }: Recipe): readonly Index[] {
  const run = lastRunNumber(db);
  if (run === undefined) return [];
  const table = runTables(run).population;
  return key
    .slice(1)
    .map((name) => [`${PREFIX}${table}_${name}`, `${identifier(table)} (${sourceKey(name)})`]);
}

/** By the key, for what a profile shows of one entity over the days. */
function historyIndexes(db: ReadableDb, recipe: Recipe): readonly Index[] {
  const { history, key } = recipe;
  return history.flatMap((kept): readonly Index[] => {
    const name = keptTable(kept.table);
    const columns = keptColumns(recipe, kept);
    if (!hasTable(db, name) || !key.every((column) => columns.includes(column))) return [];
    return [[`${PREFIX}${name}`, `${identifier(name)} (${identifiers(key)})`]];
  });
}

function outputIndexes(db: ReadableDb, { outputs, key }: Recipe): readonly Index[] {
  const run = lastRunNumber(db);
  if (run === undefined) return [];
  return outputs
    .filter(({ delivers }) => delivers)
    .map(({ name }) => {
      const table = runTables(run).output(name);
      return [`${PREFIX}${table}`, `${identifier(table)} (${identifiers(key)})`];
    });
}
