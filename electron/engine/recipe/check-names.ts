import { outputName } from './build-recipe.ts';
import { checkParameters } from './check-parameters.ts';
import { checkSources } from './check-sources.ts';
import { requireKnown, requireUnique } from './name-checks.ts';
import { failureAt, listed } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { YamlPath } from './yaml-document.ts';

/** Tables that the engine has besides those of a recipe. */
const RESERVED_TABLES: ReadonlySet<string> = new Set(
  'workspace source import quarantine fault run population survivor verdict ledger as_of'.split(' '),
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
  requireUnique(
    document,
    'controls',
    document.value.controls.map(({ control }) => control),
    'control',
  );
  requireUnique(
    document,
    'diagnostics',
    document.value.diagnostics.map(({ diagnostic }) => diagnostic),
    'diagnostic',
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
  requireUnique(document, 'key', key);
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

function checkRules(document: RecipeDocument): void {
  const { rules } = document.value;
  const finished = new Set<string>();
  rules.forEach(({ stage, reasons = [] }, index) => {
    const before = rules[index - 1]?.stage;
    if (before !== undefined && before !== stage) finished.add(before);
    const place = document.at(['rules', index, 'stage']);
    if (stage === 'population') {
      throw failureAt(
        place,
        'a stage cannot be called population: that is the one before all rules.',
        'Give it another name.',
      );
    }
    if (finished.has(stage)) {
      throw failureAt(
        place,
        `the stage ${stage} comes a second time, after other stages.`,
        'Put the rules of a stage one after the other.',
      );
    }
    requireUnique(document, ['rules', index, 'reasons'], reasons);
  });
  requireUnique(
    document,
    'rules',
    rules.map(({ stage, rule = stage }) => rule),
    'rule',
  );
}

function checkOutputs(document: RecipeDocument): void {
  const { outputs } = document.value;
  outputs.forEach(({ file }, index) => {
    if (file === 'dropouts.csv' || file.startsWith('rejected-')) {
      throw failureAt(
        document.at(['outputs', index, 'file']),
        `${file} is a file that every run writes itself.`,
        'Give the output another name.',
      );
    }
  });
  const delivering = outputs.flatMap(({ delivers }, index) => (delivers ? [index] : []));
  const second = delivering[1];
  if (second !== undefined) {
    throw failureAt(
      document.at(['outputs', second, 'delivers']),
      'a second output delivers; one does.',
      'Take delivers: true from one of them.',
    );
  }
  if (delivering.length === 0) {
    throw failureAt(
      document.at(['outputs']),
      'no output delivers; one must.',
      'Add delivers: true to the output whose rows are the delivery.',
    );
  }
}
