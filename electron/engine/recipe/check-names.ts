import { outputName } from './build-recipe.ts';
import { checkHistory } from './check-history.ts';
import { checkLayers } from './check-layers.ts';
import { checkLookups } from './check-lookups.ts';
import { checkOutputs } from './check-outputs.ts';
import { checkParameters } from './check-parameters.ts';
import { checkPublished } from './check-published.ts';
import { checkRules } from './check-rules.ts';
import { checkSources } from './check-sources.ts';
import { checkStages } from './check-stages.ts';
import { checkTables } from './check-tables.ts';
import { requireKnown, requireUnique } from './name-checks.ts';
import { failureAt, listed } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { YamlPath } from './yaml-document.ts';

/** Tables that the engine has besides those of a recipe. */
export const RESERVED_TABLES: ReadonlySet<string> = new Set(
  (
    'workspace source import quarantine fault rejected run population survivor verdict ledger as_of ' +
    'loaded rejected_code correction correction_record remembered_reading waiting_file export saved_query audit recipe_copy history_out'
  ).split(' '),
);

/** Columns that the engine puts beside those of the key. */
const RESERVED_KEY_COLUMNS: ReadonlySet<string> = new Set(
  'record entity mask rule stage reason detail also'.split(' '),
);

/** What stands beside a group's own columns in the reconciliation. */
const GROUP_FIGURES: readonly string[] = ['stages', 'outcome'];

/** Checks that the names in a recipe.yaml fit together; throws a Failure with file and line where they do not. */
export function checkNames(document: RecipeDocument): void {
  checkSources(document);
  checkTableNames(document);
  checkLookups(document);
  checkLayers(document);
  checkTables(document);
  checkKey(document);
  checkParameters(document);
  checkRules(document);
  checkStages(document);
  checkOutputs(document);
  checkPublished(document);
  checkHistory(document);
  checkGrouping(document);
  const { controls, diagnostics, insights, profile, lookups } = document.value;
  requireUnique(
    document,
    ['controls'],
    controls.map(({ control }) => control),
    'control',
  );
  requireUnique(
    document,
    ['diagnostics'],
    diagnostics.map(({ diagnostic }) => diagnostic),
    'diagnostic',
  );
  requireUnique(
    document,
    ['insights'],
    insights.map(({ insight }) => insight),
    'insight',
  );
  requireUnique(
    document,
    ['profile'],
    profile.map(({ insight }) => insight),
    'insight',
  );
  const names = lookups.map(({ lookup }) => lookup);
  insights.forEach((insight, index) => {
    if (insight.chart === 'fields' || insight.lookup === undefined) return;
    requireKnown(document, ['insights', index, 'lookup'], insight.lookup, names, 'a lookup');
  });
}

/** Sources, tables and outputs are all tables to a query, next to those of the engine. */
function checkTableNames(document: RecipeDocument): void {
  const { sources, lookups, tables, outputs, published, history } = document.value;
  const named: readonly (readonly [name: string, what: string, path: YamlPath])[] = [
    ...Object.keys(sources).map((name) => [name, 'source', ['sources', name]] as const),
    ...lookups.map(({ lookup }, index) => [lookup, 'lookup', ['lookups', index, 'lookup']] as const),
    ...tables.map(({ table }, index) => [table, 'table', ['tables', index, 'table']] as const),
    ...published.map(
      ({ table }, index) => [table, 'published table', ['published', index, 'table']] as const,
    ),
    ...history.map(({ table }, index) => [table, 'history table', ['history', index, 'table']] as const),
    ...outputs.map(({ file }, index) => [outputName(file), 'output', ['outputs', index, 'file']] as const),
  ];
  const seen = new Map<string, string>();
  for (const [name, what, path] of named) {
    const place = what === 'source' ? document.atKey(path) : document.at(path);
    if (RESERVED_TABLES.has(name) || /^(?:sqlite|pragma|source|run|output|audit|quarantined)_/.test(name)) {
      throw failureAt(
        place,
        `the name ${name} of the ${what} is reserved; no name may be one of ${listed(RESERVED_TABLES)} or begin with sqlite_, pragma_, source_, run_, output_, audit_ or quarantined_.`,
        'Give it another name.',
      );
    }
    const before = seen.get(name);
    if (before) {
      throw failureAt(
        place,
        `the name ${name} of the ${what} is that of a ${before} already.`,
        'Give one of them another name.',
      );
    }
    seen.set(name, what);
  }
}

function checkKey(document: RecipeDocument): void {
  const { key, population, tables } = document.value;
  requireUnique(document, ['key'], key);
  const reserved = key.findIndex((column) => RESERVED_KEY_COLUMNS.has(column));
  if (reserved >= 0) {
    throw failureAt(
      document.at(['key', reserved]),
      `key[${reserved}] is "${key[reserved]}", a name that Muster gives to a column of its own (${listed(RESERVED_KEY_COLUMNS)}).`,
      'Give the column another name.',
    );
  }
  requireKnown(
    document,
    ['population'],
    population,
    tables.map(({ table }) => table),
    'a table',
  );
  const own = tables.find(({ table }) => table === population)?.key ?? [];
  if (own.join() !== key.join()) {
    throw failureAt(
      document.at(['population']),
      `the population ${population} has the key ${own.join(', ')}, the recipe ${key.join(', ')}.`,
      'Make them the same, in the same order.',
    );
  }
}

function checkGrouping(document: RecipeDocument): void {
  const { by, key, tables } = document.value;
  if (!by) return;
  by.columns.forEach((column, index) => {
    if (GROUP_FIGURES.includes(column)) {
      const what = `by groups by ${column}, a name that figures of groups have already (${listed(GROUP_FIGURES)}).`;
      throw failureAt(document.at(['by', 'columns', index]), what, 'Give the column another name.');
    }
    requireKnown(document, ['by', 'columns', index], column, key, 'a column of the key');
    // Entities are numbered in the order of the key, so that such a group is a range of numbers.
    if (column === key[index]) return;
    const what = `by groups by ${by.columns.join(', ')}, and the key begins with ${key.slice(0, by.columns.length).join(', ')}.`;
    throw failureAt(document.at(['by', 'columns', index]), what, 'Group by the first columns of the key.');
  });
  if (by.table === undefined) return;
  const names = tables.map(({ table }) => table);
  requireKnown(document, ['by', 'table'], by.table, names, 'a table');
}
