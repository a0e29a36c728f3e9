import type { Candidate } from '../../contract/explain.ts';
import { isPrepared } from '../ingest/import-table.ts';
import { stagingName } from '../ingest/staging.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { populationStep, sourceOfTable } from '../recipe/table-source.ts';
import { tableKind } from '../views/table-kinds.ts';
import { identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import { allOf, entityColumns } from './entity-rows.ts';
import { outcomeTeller } from './outcome-words.ts';
import { readable, type Value } from './readable.ts';
import { type Find, type Haystack, isSearched, searchTable } from './search-table.ts';
import { lastRunNumber, type StoredRun, storedRun } from './stored-run.ts';
import { sourceKey } from './trace-index.ts';

/** Entities of the last run's population in which a text stands; empty before any run. */
export function findInPopulation(db: ReadableDb, text: string, most: number): readonly Candidate[] {
  const number = lastRunNumber(db);
  if (number === undefined) return [];
  const run = storedRun(db, number);
  return candidates(db, run, searchTable(db, populationOf(db, run), text.trim(), most));
}

/** Entities of the loaded files in which a text stands, whether or not they are of the population. */
export function findInSources(
  db: ReadableDb,
  recipe: Recipe,
  text: string,
  most: number,
): readonly Candidate[] {
  const number = lastRunNumber(db);
  const run = number === undefined ? undefined : storedRun(db, number);
  const found = new Map<string, Find>();
  for (const { source, key } of loadedSources(db, recipe)) {
    const finds = searchTable(db, haystackOf(source, key), text.trim(), most - found.size);
    for (const find of finds.flatMap((each) => entitiesOf(db, recipe, run, source, key, each, most))) {
      const id = JSON.stringify(find.key.map(String));
      if (!found.has(id) && found.size < most) found.set(id, find);
    }
    if (found.size >= most) break;
  }
  return candidates(db, run, [...found.values()]);
}

/** The entity that was found; where only a part of its key was, the entities of the run that have it: a client's leads. */
function entitiesOf(
  db: ReadableDb,
  recipe: Recipe,
  run: StoredRun | undefined,
  source: Source,
  columns: readonly string[],
  find: Find,
  most: number,
): readonly Find[] {
  const part = columns.flatMap((name, index) => {
    const value = find.key[index] ?? null;
    return value === allOf(source, name) ? [] : [{ name, value }];
  });
  if (part.length === recipe.key.length) return [find];
  if (!run || part.length === 0) return [];
  return db
    .prepare<unknown[], Value[]>(
      `select ${identifiers(run.recipe.key)} from main.${identifier(run.tables.population)}
       where ${part.map(({ name }) => `${sourceKey(name)} = ?`).join(' and ')}
       order by entity
       limit ${most}`,
    )
    .raw()
    .safeIntegers()
    .all(...part.map(({ value }) => value))
    .map((key) => ({ ...find, key }));
}

function populationOf(db: ReadableDb, { recipe, tables }: StoredRun): Haystack {
  const step = populationStep(recipe);
  const table = `main.${identifier(tables.table(step.table))}`;
  const columns = db
    .prepare(`select * from ${table}`)
    .columns()
    .map(({ name }) => ({ name, kind: tableKind(recipe, step, name) }))
    .filter(({ name, kind }) => name !== 'record' && (isSearched(kind) || recipe.key.includes(name)));
  return { table, key: recipe.key, columns };
}

/** A source, and the columns by which its records are an entity's. */
interface Searched {
  readonly source: Source;
  readonly key: readonly string[];
}

/** The sources with records of single entities that are loaded as the recipe describes them, those first that the population is made of. */
function loadedSources(db: ReadableDb, recipe: Recipe): readonly Searched[] {
  const first = sourceOfTable(recipe, populationStep(recipe))?.name;
  return recipe.sources
    .map((source) => ({ source, key: entityColumns(recipe, source) }))
    .filter(({ source, key }) => key.length > 0 && isPrepared(db, source))
    .sort((left, right) => Number(right.source.name === first) - Number(left.source.name === first));
}

function haystackOf({ name: source, columns }: Source, key: readonly string[]): Haystack {
  return {
    table: `main.${identifier(stagingName(source))}`,
    key,
    columns: columns
      .filter(({ name, type }) => isSearched(type.kind) || key.includes(name))
      .map(({ name, type }) => ({ name, kind: type.kind })),
  };
}

function candidates(
  db: ReadableDb,
  run: StoredRun | undefined,
  finds: readonly Find[],
): readonly Candidate[] {
  const outcomeOf = outcomeTeller(db, run);
  return finds.map(({ key, column, value }) => ({
    key: key.map(String),
    column,
    value: readable(value, undefined) ?? '',
    ...outcomeOf(key),
  }));
}
