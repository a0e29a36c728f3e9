import { outputName } from './build-recipe.ts';
import { checkOutputs } from './check-outputs.ts';
import { checkParameters } from './check-parameters.ts';
import { checkRules } from './check-rules.ts';
import { checkSources } from './check-sources.ts';
import { requireKnown, requireUnique } from './name-checks.ts';
import { failureAt, listed } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { YamlPath } from './yaml-document.ts';

/** Tables that the engine has besides those of a recipe. */
export const RESERVED_TABLES: ReadonlySet<string> = new Set(
  (
    'workspace source import quarantine fault rejected run population survivor verdict ledger as_of ' +
    'correction correction_record remembered_reading waiting_file export saved_query'
  ).split(' '),
);

/** Columns that the engine puts beside those of the key. */
const RESERVED_KEY_COLUMNS: ReadonlySet<string> = new Set(
  'record entity mask rule stage reason detail also'.split(' '),
);

/** Checks that the names in a recipe.yaml fit together; throws a Failure with file and line where they do not. */
export function checkNames(document: RecipeDocument): void {
  checkSources(document);
  checkTableNames(document);
  checkTables(document);
  checkKey(document);
  checkParameters(document);
  checkRules(document);
  checkOutputs(document);
  const { controls, diagnostics, insights } = document.value;
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
}

/** Sources, tables and outputs are all tables to a query, next to those of the engine. */
function checkTableNames(document: RecipeDocument): void {
  const { sources, tables, outputs } = document.value;
  const named: readonly (readonly [name: string, what: string, path: YamlPath])[] = [
    ...Object.keys(sources).map((name) => [name, 'source', ['sources', name]] as const),
    ...tables.map(({ table }, index) => [table, 'table', ['tables', index, 'table']] as const),
    ...outputs.map(({ file }, index) => [outputName(file), 'output', ['outputs', index, 'file']] as const),
  ];
  const seen = new Map<string, string>();
  for (const [name, what, path] of named) {
    const place = what === 'source' ? document.atKey(path) : document.at(path);
    if (RESERVED_TABLES.has(name) || /^(?:sqlite|pragma|source|run|output)_/.test(name)) {
      throw failureAt(
        place,
        `the name ${name} of the ${what} is reserved; no name may be one of ${listed(RESERVED_TABLES)} or begin with sqlite_, pragma_, source_, run_ or output_.`,
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

function checkTables(document: RecipeDocument): void {
  const { sources, tables } = document.value;
  tables.forEach(({ from, key }, index) => {
    requireKnown(document, ['tables', index, 'from'], from, Object.keys(sources), 'a source');
    requireUnique(document, ['tables', index, 'key'], key);
  });
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
