import type { QueryTable } from '../../contract/queries.ts';
import type { ColumnKind } from '../../contract/workspaces.ts';
import { exposeRemembered } from '../explain/expose-remembered.ts';
import { lastRunNumber, type StoredRun, storedRun } from '../explain/stored-run.ts';
import { exposeSource, stagingName } from '../ingest/staging.ts';
import { lookupColumns, lookupTitle } from '../recipe/lookup-table.ts';
import type { Output, Recipe } from '../recipe/recipe.ts';
import { sourceOfTable } from '../recipe/table-source.ts';
import { FIGURE_TABLES } from '../run/expose-figures.ts';
import { exposeLookups } from '../run/expose-lookups.ts';
import { quarantinedColumns, quarantinedName } from '../run/expose-quarantined.ts';
import { HISTORY_COLUMNS, keptColumns, keptTable } from '../run/history.ts';
import { publishedTable } from '../run/published.ts';
import { exposeLedger, type RunTables } from '../run/run-tables.ts';
import { SOURCE_LOAD, SOURCE_LOAD_COLUMNS } from '../run/source-load.ts';
import { sourceKind, tableKind } from '../views/table-kinds.ts';
import { exposeTable, identifier, type ReadableDb } from '../workspace/database.ts';

/** A table that queries can name, and what stands behind the name. */
export interface ExposedTable {
  readonly name: string;
  readonly kind: QueryTable['kind'];
  readonly description: string;
  /** The workspace's table that its rows come from; undefined where they come from none. */
  readonly table: string | undefined;
  /** Of a table that is put together when it is asked for. */
  readonly columns?: readonly string[];
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
    ...(run ? [...tablesOf(run), ...figuresOf(run)] : []),
    ...workspaceTables(),
  ];
  return { run, recipe, tables: tables.filter(({ table, columns }) => columns || present.has(table ?? '')) };
}

/** What connections expose, and as of which state of their temporary schema. */
const exposedBy = new WeakMap<ReadableDb, { readonly what: Exposed; readonly version: unknown }>();

/** Lets queries on this connection name the tables. Where it does so since the last time, and nothing temporary was made meanwhile, nothing is done. */
export function expose(db: ReadableDb, exposed: Exposed): void {
  const before = exposedBy.get(db);
  if (before && before.version === temporaryVersion(db) && isSame(before.what, exposed)) return;
  exposeAnew(db, exposed);
  exposedBy.set(db, { what: exposed, version: temporaryVersion(db) });
}

function temporaryVersion(db: ReadableDb): unknown {
  return db.prepare('pragma temp.schema_version').pluck().get();
}

/** Whether the same stands behind the same names: all else of a run follows from its recipe and its number. */
function isSame(one: Exposed, other: Exposed): boolean {
  const named = ({ tables }: Exposed) => tables.map(({ name, table }) => `${name} ${table}`).join();
  return (
    one.recipe === other.recipe &&
    one.run?.tables.run === other.run?.tables.run &&
    named(one) === named(other)
  );
}

function exposeAnew(db: ReadableDb, { run, recipe, tables }: Exposed): void {
  const names = new Set(tables.map(({ name }) => name));
  for (const source of recipe.sources) if (names.has(source.name)) exposeSource(db, source);
  exposeLookups(db, recipe);
  for (const { name, table, kind, columns } of tables) {
    if (kind !== 'source' && !columns && table !== undefined) exposeTable(db, name, table);
  }
  if (!run) return;
  // It makes survivor a view of its own.
  exposeLedger(db, run.tables);
  exposeRemembered(db, run);
}

/** The columns of a table that queries can name. */
export function columnsOf(db: ReadableDb, { table = '', columns }: ExposedTable): readonly string[] {
  if (columns) return columns;
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
    table: undefined,
    columns: lookupColumns(lookup),
    describe: (column) => lookupTitle(lookup, column),
    kindOf: () => undefined,
  }));
}

/** Says what the values of a column are that is one of the key. */
type KindOf = ExposedTable['kindOf'];

function kindOfKey(recipe: Recipe): KindOf {
  const population = recipe.tables.find(({ table }) => table === recipe.population);
  return (column) =>
    population && recipe.key.includes(column) ? tableKind(recipe, population, column) : undefined;
}

function outputTable({ name, description, columns }: Output, tables: RunTables, ofKey: KindOf): ExposedTable {
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
}

function tablesOf({ recipe, tables }: StoredRun): readonly ExposedTable[] {
  const ofKey = kindOfKey(recipe);
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
    ...recipe.outputs.map((output) => outputTable(output, tables, ofKey)),
  ];
}

/** What stands beside the tables of a run: figures of its files, what is rejected, and what earlier runs left. */
function figuresOf({ recipe, tables }: StoredRun): readonly ExposedTable[] {
  const ofKey = kindOfKey(recipe);
  const any = { table: undefined, describe: () => '', kindOf: () => undefined };
  return [
    ...recipe.history.map((kept): ExposedTable => {
      const { table, output, description } = kept;
      const written = recipe.outputs.find(({ name }) => name === output);
      return {
        ...(written ? outputTable(written, tables, ofKey) : any),
        ...{ name: table, kind: 'table', description, table: keptTable(table) },
        columns: [...HISTORY_COLUMNS, ...keptColumns(recipe, kept)],
      };
    }),
    ...recipe.sources.map((source): ExposedTable => {
      const description = `Records of ${source.name} that are rejected, as they were written.`;
      const columns = quarantinedColumns(source);
      return { ...any, name: quarantinedName(source.name), kind: 'ledger', description, columns };
    }),
    ...FIGURES.map(([name, columns, description]): ExposedTable => {
      return { ...any, name, kind: 'ledger', description, columns };
    }),
  ];
}

const FIGURES = [
  ['loaded', FIGURE_TABLES.loaded, 'One row a source: what was read, accepted and rejected.'],
  [
    'rejected_code',
    FIGURE_TABLES.rejected_code,
    'One row a code of a source, with the records that have it.',
  ],
  [
    SOURCE_LOAD,
    SOURCE_LOAD_COLUMNS,
    'One row a source of a run: what it was made of, and how long loading it took.',
  ],
] as const;

function workspaceTables(): readonly ExposedTable[] {
  return OF_THE_WORKSPACE.map(([name, description]) => {
    return { name, kind: 'ledger', description, table: name, describe: () => '', kindOf: () => undefined };
  });
}
