import type { QueryTable } from '../../contract/queries.ts';
import type { ColumnKind } from '../../contract/workspaces.ts';
import { lastRunNumber, type StoredRun, storedRun } from '../explain/stored-run.ts';
import { exposeSource, stagingName } from '../ingest/staging.ts';
import { lookupColumns, lookupTitle } from '../recipe/lookup-table.ts';
import type { Lookup, Recipe } from '../recipe/recipe.ts';
import { sourceOfTable } from '../recipe/table-source.ts';
import { exposeFigures } from '../run/expose-figures.ts';
import { exposeLookups } from '../run/expose-lookups.ts';
import { publishedTable } from '../run/published.ts';
import { exposeLedger } from '../run/run-tables.ts';
import { sourceKind, tableKind } from '../views/table-kinds.ts';
import { exposeTable, identifier, type ReadableDb } from '../workspace/database.ts';

/** A table that queries can name, and what stands behind the name. */
export interface ExposedTable {
  readonly name: string;
  readonly kind: QueryTable['kind'];
  readonly description: string;
  /** The workspace's table; a lookup, whose rows stand in the recipe, has only its name. */
  readonly table: string;
  readonly lookup?: Lookup;
  readonly describe: (column: string) => string;
  /** What a column's values are, undefined where they only tell by themselves. */
  readonly kindOf: (column: string) => ColumnKind | undefined;
}

/** What queries can name at present. */
export interface Exposed {
  readonly run: StoredRun | undefined;
  /** That of the last run; before any run the recipe as it is now. */
  readonly recipe: Recipe;
  readonly tables: readonly ExposedTable[];
}

const OF_THE_WORKSPACE: readonly (readonly [name: string, description: string])[] = [
  ['import', 'One row a loaded file.'],
  [
    'quarantine',
    'One row a record that was rejected, with its original cells; state says whether it still is.',
  ],
  ['fault', 'One row a fault of a rejected record.'],
  ['rejected', 'One row a record that is still rejected, with its codes.'],
];

const LEDGER: readonly (readonly [name: string, description: string])[] = [
  ['population', 'Everybody, numbered in the order of the key.'],
  ['survivor', 'Those whom no rule excludes.'],
  ['verdict', 'One row for each rule that excludes an entity; rules count from 0.'],
  ['ledger', 'One row an entity: a bit for each rule that excludes it, and the first of them.'],
];

/** Finds what queries can name: what is loaded, and all that the last run wrote. */
export function exposedTables(db: ReadableDb, current: Recipe): Exposed {
  const number = lastRunNumber(db);
  const run = number === undefined ? undefined : storedRun(db, number);
  const recipe = run?.recipe ?? current;
  const present = new Set(db.prepare<[], string>('select name from main.sqlite_schema').pluck().all());
  const tables = [
    ...sourcesOf(recipe),
    ...lookupsOf(recipe),
    ...(run ? tablesOf(run) : []),
    ...workspaceTables(),
  ];
  return { run, recipe, tables: tables.filter(({ table, lookup }) => lookup || present.has(table)) };
}

/** Lets queries on this connection name the tables. */
export function expose(db: ReadableDb, { run, recipe, tables }: Exposed): void {
  const names = new Set(tables.map(({ name }) => name));
  for (const source of recipe.sources) if (names.has(source.name)) exposeSource(db, source);
  exposeLookups(db, recipe);
  for (const { name, table, kind } of tables) {
    if (kind !== 'source' && kind !== 'lookup') exposeTable(db, name, table);
  }
  // Last: it makes survivor a view of its own.
  if (run) exposeLedger(db, run.tables);
  if (run) exposeFigures(db, run.sources);
}

/** The columns of a table that queries can name. */
export function columnsOf(db: ReadableDb, { table, lookup }: ExposedTable): readonly string[] {
  if (lookup) return lookupColumns(lookup);
  return db
    .prepare(`select * from main.${identifier(table)}`)
    .columns()
    .map(({ name }) => name);
}

function sourcesOf(recipe: Recipe): readonly ExposedTable[] {
  return recipe.sources.map((source) => ({
    name: source.name,
    kind: 'source',
    description: source.description,
    table: stagingName(source.name),
    describe: (column) =>
      column === 'record'
        ? 'The number of the record, which rises with file and line.'
        : (source.columns.find(({ name }) => name === column)?.description ?? ''),
    kindOf: (column) => sourceKind(source, column),
  }));
}

function lookupsOf({ lookups }: Recipe): readonly ExposedTable[] {
  return lookups.map((lookup) => ({
    name: lookup.lookup,
    kind: 'lookup',
    description: [lookup.title, lookup.description].filter(Boolean).join(': '),
    table: lookup.lookup,
    lookup,
    describe: (column) => lookupTitle(lookup, column),
    kindOf: () => undefined,
  }));
}

function tablesOf({ recipe, tables }: StoredRun): readonly ExposedTable[] {
  const population = recipe.tables.find(({ table }) => table === recipe.population);
  const ofKey = (column: string) => {
    return population && recipe.key.includes(column) ? tableKind(recipe, population, column) : undefined;
  };
  return [
    ...recipe.tables.map((step): ExposedTable => {
      const source = sourceOfTable(recipe, step);
      return {
        name: step.table,
        kind: 'table',
        description: step.description,
        table: tables.table(step.table),
        describe: (column) => source?.columns.find(({ name }) => name === column)?.description ?? '',
        kindOf: (column) => {
          const kind = tableKind(recipe, step, column);
          return kind === 'text' ? undefined : kind;
        },
      };
    }),
    ...recipe.published.map(({ table, description }): ExposedTable => {
      return {
        name: table,
        kind: 'table',
        description,
        table: publishedTable(table),
        describe: () => '',
        kindOf: ofKey,
      };
    }),
    ...LEDGER.map(([name, description]): ExposedTable => {
      const table = { verdict: tables.verdict, ledger: tables.ledger }[name] ?? tables.population;
      return { name, kind: 'ledger', description, table, describe: () => '', kindOf: ofKey };
    }),
    ...recipe.outputs.map(({ name, description, columns }): ExposedTable => {
      const columnOf = (column: string) => columns.find((each) => each.name === column);
      return {
        name,
        kind: 'output',
        description,
        table: tables.output(name),
        describe: (column) => columnOf(column)?.description ?? '',
        kindOf: (column) => {
          const format = columnOf(column)?.format.kind;
          return format === 'plain' ? ofKey(column) : format;
        },
      };
    }),
  ];
}

function workspaceTables(): readonly ExposedTable[] {
  return OF_THE_WORKSPACE.map(([name, description]) => {
    return { name, kind: 'ledger', description, table: name, describe: () => '', kindOf: () => undefined };
  });
}
