import { join } from 'node:path';
import { expandMacros } from '../../../electron/engine/recipe/expand-macros.ts';
import { lookupColumns, lookupRows } from '../../../electron/engine/recipe/lookup-table.ts';
import type { Column, Output, Recipe, TableStep } from '../../../electron/engine/recipe/recipe.ts';
import { words } from '../../../electron/engine/recipe/sql-text.ts';
import { identifier, identifiers, openScratch } from '../../../electron/engine/workspace/database.ts';
import { withPlainCalls } from './plain-calls.ts';

/** What a script reads and writes. */
export interface ScriptOptions {
  /** File names in the folder in which the shell stands, each with the source's columns in their order. */
  readonly files: readonly string[];
  readonly out: string;
  readonly asOf: string;
  readonly hasMedian: boolean;
}

// As Muster has it for the databases that it throws away.
const SETTINGS = [
  '.bail on',
  'pragma journal_mode = off;',
  'pragma synchronous = off;',
  'pragma cache_size = -16384;',
];

/** A script for the `sqlite3` shell that makes the tables and outputs of a recipe with one source, and accounts for nothing. */
export function sqliteScript(recipe: Recipe, options: ScriptOptions): string {
  const { asOf, hasMedian } = options;
  const plain = (sql: string): string => withPlainCalls(sql, hasMedian);
  const making = [
    ...sourceStatements(recipe, options.files.length),
    ...recipe.lookups.map((lookup) => {
      const rows = lookupRows(lookup).map((row) => `(${row.map(literal).join(', ')})`);
      return `create table ${identifier(lookup.lookup)} (${identifiers(lookupColumns(lookup))});\ninsert into ${identifier(lookup.lookup)} values ${rows.join(', ')};`;
    }),
  ];
  const scratch = openScratch();
  try {
    scratch.exec(making.filter((sql) => sql.startsWith('create')).join('\n'));
    for (const step of recipe.tables) {
      const columns = scratch.prepare(step.query.sql).columns();
      const table = declared(
        step,
        columns.map(({ name }) => name),
      );
      scratch.exec(table);
      // Of rows with one key the later stays, which is where a recipe says by which column.
      making.push(table, `insert or replace into ${identifier(step.table)}\n${plain(step.query.sql)};`);
    }
  } finally {
    scratch.close();
  }
  return [
    ...SETTINGS,
    '.parameter init',
    `.parameter set :as_of "'${asOf}'"`,
    ...options.files.map((file, at) => importOf(recipe, file, at)),
    ...making,
    survivors(recipe, plain),
    '.mode csv',
    '.separator , "\\n"',
    '.headers on',
    ...recipe.outputs.filter(isPlain).flatMap((output) => outputStatements(recipe, output, options)),
    '',
  ].join('\n');
}

/** Whether a file says something of the data alone, not of what was rejected. */
function isPlain({ name }: Output): boolean {
  return name !== 'data_quality';
}

function importOf({ sources }: Recipe, file: string, at: number): string {
  const columns = identifiers(sources[0]?.columns.map(({ name }) => name) ?? []);
  return `create table raw_${at + 1} (${columns});\n.import --csv --skip 1 ${JSON.stringify(file)} raw_${at + 1}`;
}

/** The records that parse, under numbers of which the upper half is the file's. */
function sourceStatements({ sources }: Recipe, files: number): readonly string[] {
  return sources.flatMap(({ name, columns }) => [
    `create table ${identifier(name)} (record integer primary key, ${identifiers(columns.map((column) => column.name))});`,
    ...Array.from({ length: files }, (_, at) => {
      const values = columns.map(cellOf).join(', ');
      const conditions = columns.map(conditionOf).join(' and ');
      return `insert into ${identifier(name)}\nselect (${at + 1} << 32) + rowid, ${values} from raw_${at + 1}\nwhere ${conditions};`;
    }),
  ]);
}

function cellOf({ name, type }: Column): string {
  if (type.kind !== 'decimal') return identifier(name);
  return expandMacros(`decimal_of(${identifier(name)})`, 'peer.sql');
}

function conditionOf({ name, type }: Column): string {
  const value = identifier(name);
  // With a modifier SQLite turns 30 February into another day; without one it takes it as it is.
  if (type.kind === 'date') return `date(${value}, '+0 days') = ${value} and ${value} <= :as_of`;
  if (type.kind === 'decimal') return `${value} <> '' and ${value} not glob '*[^0-9.-]*'`;
  return `${value} <> ''`;
}

function declared({ table, key }: TableStep, columns: readonly string[]): string {
  return `create table ${identifier(table)} (${identifiers(columns)}, primary key (${identifiers(key)})) without rowid;`;
}

function survivors({ key, population, rules }: Recipe, plain: (sql: string) => string): string {
  const columns = identifiers(key);
  const excluded = rules.map(({ query }) => `select ${columns} from (\n${plain(query.sql)}\n)`);
  return `create table survivor as\nselect ${columns} from ${identifier(population)}\nexcept select * from (${excluded.join('\nunion all\n')});`;
}

/** Writes a file; what later outputs read becomes a table first. */
function outputStatements({ outputs }: Recipe, output: Output, options: ScriptOptions): readonly string[] {
  const { file, name, query, columns, written } = output;
  const sql = withPlainCalls(query.sql, options.hasMedian);
  const isRead = outputs.some((other) => other !== output && words(other.query.sql).includes(name));
  const cells = columns.map((column) => {
    if (column.format.kind !== 'decimal') return identifier(column.name);
    return `round(${identifier(column.name)} / 10000.0, ${column.format.decimals}) as ${identifier(column.name)}`;
  });
  const from = isRead ? identifier(name) : `(\n${sql}\n)`;
  return [
    ...(isRead ? [`create table ${identifier(name)} as\n${sql};`] : []),
    ...(written
      ? [`.once ${JSON.stringify(join(options.out, file))}\nselect ${cells.join(', ')} from ${from};`]
      : []),
  ];
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
