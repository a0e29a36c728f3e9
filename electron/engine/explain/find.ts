import type { Candidate } from '../../contract/explain.ts';
import { isPrepared } from '../ingest/import-table.ts';
import { stagingName } from '../ingest/staging.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { tableKind } from '../views/table-kinds.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import { outcomeTeller } from './outcome-words.ts';
import { readable } from './readable.ts';
import { type Find, type Haystack, isSearched, searchTable } from './search-table.ts';
import { lastRunNumber, type StoredRun, storedRun } from './stored-run.ts';
import { hasKey } from './trace-index.ts';

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
  for (const source of loadedSources(db, recipe)) {
    for (const find of searchTable(db, haystackOf(recipe, source), text.trim(), most - found.size)) {
      const id = JSON.stringify(find.key.map(String));
      if (!found.has(id)) found.set(id, find);
    }
    if (found.size >= most) break;
  }
  return candidates(db, run, [...found.values()]);
}

function populationOf(db: ReadableDb, { recipe, tables }: StoredRun): Haystack {
  const step = recipe.tables.find(({ table }) => table === recipe.population);
  if (!step) throw new Error(`The population ${recipe.population} is no table.`);
  const table = `main.${identifier(tables.table(step.table))}`;
  const columns = db
    .prepare(`select * from ${table}`)
    .columns()
    .map(({ name }) => ({ name, kind: tableKind(recipe, step, name) }))
    .filter(({ name, kind }) => name !== 'record' && (isSearched(kind) || recipe.key.includes(name)));
  return { table, key: recipe.key, columns };
}

/** The sources that have the key and are loaded as the recipe describes them, those first that the population is made of. */
function loadedSources(db: ReadableDb, recipe: Recipe): readonly Source[] {
  const first = recipe.tables.find(({ table }) => table === recipe.population)?.from;
  return recipe.sources
    .filter((source) => hasKey(recipe, source) && isPrepared(db, source))
    .sort((left, right) => Number(right.name === first) - Number(left.name === first));
}

function haystackOf({ key }: Recipe, { name: source, columns }: Source): Haystack {
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
