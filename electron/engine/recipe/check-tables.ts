import { requireKnown, requireUnique } from './name-checks.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { RecipeYaml } from './schema.ts';

type YamlTable = RecipeYaml['tables'][number];

/** Checks what tables are made from, their keys and their joins; throws a Failure with file and line. */
export function checkTables(document: RecipeDocument): void {
  const { sources, tables } = document.value;
  tables.forEach((table, index) => {
    const before = tables.slice(0, index);
    if (table.merges) checkMergedTable(document, table, index, before);
    else if (table.of === undefined) checkSourceTable(document, table, index, Object.keys(sources));
    else checkDerivedTable(document, table, index, before);
    requireUnique(document, ['tables', index, 'key'], table.key);
    const joined = [...Object.keys(sources), ...before.map(({ table: name }) => name)];
    table.joins?.forEach(({ to, on }, at) => {
      const path = ['tables', index, 'joins', at];
      requireKnown(document, [...path, 'to'], to, joined, 'a source or a table before it');
      requireUnique(document, [...path, 'on'], on);
    });
  });
}

function checkSourceTable(
  document: RecipeDocument,
  table: YamlTable,
  index: number,
  sources: readonly string[],
): void {
  const path = ['tables', index];
  if (table.from === undefined) {
    const what = `the table ${table.table} says neither from nor of.`;
    const nextStep =
      'Name the source that it accounts for with from, or the table that it is derived from with of.';
    throw failureAt(document.at([...path, 'table']), what, nextStep);
  }
  requireKnown(document, [...path, 'from'], table.from, sources, 'a source');
  for (const only of ['rows', 'joins'] as const) {
    if (table[only] === undefined) continue;
    const what = `${only} is only for tables that are derived from another with of.`;
    throw failureAt(document.atKey([...path, only]), what, 'Remove it, or say of instead of from.');
  }
}

/** What says how a table is made of one other. */
const OF_ONE = ['from', 'of', 'latest', 'rows', 'joins'] as const;

function checkMergedTable(
  document: RecipeDocument,
  table: YamlTable,
  index: number,
  before: readonly YamlTable[],
): void {
  const path = ['tables', index];
  for (const only of OF_ONE) {
    if (table[only] === undefined) continue;
    const what = `the table ${table.table} merges several tables, and ${only} is only for a table of one.`;
    throw failureAt(document.atKey([...path, only]), what, `Remove ${only}.`);
  }
  if (table.sql === undefined) {
    const what = `the table ${table.table} merges tables and has no sql.`;
    throw failureAt(document.at([...path, 'table']), what, 'Name the file of its query.');
  }
  const merges = table.merges ?? [];
  const names = before.map(({ table: name }) => name);
  merges.forEach(({ table: name, on }, at) => {
    requireKnown(document, [...path, 'merges', at, 'table'], name, names, 'a table before it');
    requireUnique(document, [...path, 'merges', at, 'on'], on);
  });
  requireUnique(
    document,
    [...path, 'merges'],
    merges.map(({ table: name }) => name),
    'table',
  );
}

function checkDerivedTable(
  document: RecipeDocument,
  { table, from, of, latest, sql, rows, key }: YamlTable,
  index: number,
  before: readonly YamlTable[],
): void {
  const path = ['tables', index];
  if (from !== undefined) {
    const what = `the table ${table} says from and of.`;
    throw failureAt(document.atKey([...path, 'of']), what, 'Keep one of them.');
  }
  requireKnown(
    document,
    [...path, 'of'],
    of ?? '',
    before.map(({ table: name }) => name),
    'a table before it',
  );
  if (latest !== undefined) {
    const what = 'latest is only for tables that are made from a source.';
    throw failureAt(document.atKey([...path, 'latest']), what, 'Remove it.');
  }
  if (sql === undefined) {
    const what = `the table ${table} is derived and has no sql.`;
    throw failureAt(document.at([...path, 'of']), what, 'Name the file of its query.');
  }
  const own = before.find(({ table: name }) => name === of)?.key ?? [];
  if (rows === 'any' || rows === 'group' || own.join() === key.join()) return;
  throw failureAt(
    document.at([...path, 'key']),
    `the table ${table} has the key ${key.join(', ')}, and ${of}, each of whose rows it has once, ${own.join(', ')}.`,
    'Make them the same, in the same order, or say rows: group or rows: any.',
  );
}
