import { join } from 'node:path';
import { FIGURE_TABLES } from '../run/expose-figures.ts';
import { quarantinedColumns, quarantinedName } from '../run/expose-quarantined.ts';
import { HISTORY_COLUMNS } from '../run/history.ts';
import { SOURCE_LOAD, SOURCE_LOAD_COLUMNS } from '../run/source-load.ts';
import type { DraftOutput, DraftRecipe } from './build-recipe.ts';
import { historyOf } from './check-history.ts';
import { checkInsights } from './check-insights.ts';
import { PUBLISHED_COLUMNS } from './check-published.ts';
import { type Checking, checkQuery } from './check-query.ts';
import { checkTable } from './check-table-query.ts';
import { type Checker, resultOf } from './checker.ts';
import { lookupColumns } from './lookup-table.ts';
import { didYouMean, failureAt, listed } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { Query, Rule } from './recipe.ts';
import { openScratchTables } from './scratch.ts';
import { lex, nameOf, significant, topLevel } from './sql-text.ts';

/**
 * Prepares every query of a recipe against empty tables, in the order of a run, each seeing what it may see.
 * Returns the columns of each output; throws a Failure with file and line of the first fault.
 */
export function checkQueries(
  recipe: DraftRecipe,
  document: RecipeDocument,
): ReadonlyMap<string, readonly string[]> {
  const scratch = openScratchTables();
  try {
    const parameters = [
      'as_of',
      ...recipe.params.map(({ name }) => name),
      ...recipe.dates.map(({ name }) => name),
    ];
    const columns: Checker['columns'] = (query, own = []) => {
      const checking: Checking = {
        scratch,
        parameters: [...parameters, ...own],
        hint: (name) => hint(recipe, name),
      };
      return checkQuery(query, join(recipe.text.folder, query.file), checking);
    };
    return checkInOrder({ recipe, document, scratch, columns });
  } finally {
    scratch.db.close();
  }
}

function checkInOrder(checker: Checker): ReadonlyMap<string, readonly string[]> {
  const { recipe, scratch } = checker;
  for (const source of recipe.sources) scratch.addSource(source);
  for (const lookup of recipe.lookups) scratch.addTable(lookup.lookup, lookupColumns(lookup));
  for (const { table, columns } of recipe.published) {
    scratch.addTable(table, [...PUBLISHED_COLUMNS, ...columns]);
  }
  const outputs = new Map<string, readonly string[]>();
  for (const layer of recipe.layers) {
    recipe.tables.forEach((table, index) => {
      if (table.layer !== layer) return;
      scratch.addTable(table.table, checkTable(checker, table, index));
    });
    if (layer === recipe.layers.at(-1)) checkLedger(checker);
    for (const [name, columns] of figureTables(recipe)) scratch.addTable(name, columns);
    recipe.outputs.forEach((output, index) => {
      if (output.layer !== layer) return;
      const columns = checkOutput(checker, output, index);
      outputs.set(output.name, columns);
      scratch.addTable(output.name, columns);
      for (const table of historyOf(checker.document, output.name)) {
        refuseHistoryColumns(checker, columns, table);
        scratch.addTable(table, [...HISTORY_COLUMNS, ...columns]);
      }
    });
    if (layer !== recipe.layers.at(-1)) for (const [name] of figureTables(recipe)) scratch.removeTable(name);
  }
  checkPublishedColumns(checker, outputs);
  for (const { query } of recipe.controls) requireExactly(checker, query, ['left', 'right'], 'a control');
  scratch.addWorkspace();
  scratch.addTable(SOURCE_LOAD, SOURCE_LOAD_COLUMNS);
  for (const { query, params } of recipe.diagnostics)
    checker.columns(
      query,
      params.map(({ name }) => name),
    );
  checkInsights(recipe, checker.document, checker.columns);
  return outputs;
}

/** What outputs see of the loaded files besides the accepted records. */
function figureTables(recipe: DraftRecipe): readonly (readonly [name: string, columns: readonly string[]])[] {
  return [
    ...Object.entries(FIGURE_TABLES),
    ...recipe.sources.map((source) => [quarantinedName(source.name), quarantinedColumns(source)] as const),
  ];
}

function refuseHistoryColumns({ document }: Checker, columns: readonly string[], table: string): void {
  const own = HISTORY_COLUMNS.find((column) => columns.includes(column));
  if (own === undefined) return;
  const index = document.value.history.findIndex((kept) => kept.table === table);
  throw failureAt(
    document.at(['history', index, 'output']),
    `the output of ${table} has a column "${own}", which every history table has of itself.`,
    'Give the column of the output another name.',
  );
}

/** Checks the rules, and lets what comes after them see whom they leave. */
function checkLedger(checker: Checker): void {
  const { recipe, scratch } = checker;
  checkGroups(checker);
  scratch.addTable('population', ['entity', ...recipe.key]);
  for (const rule of recipe.rules) checkRule(checker, rule);
  scratch.addTable('survivor', ['entity', ...recipe.key]);
  scratch.addTable('verdict', ['entity', 'rule', 'reason', 'detail']);
  scratch.addTable('ledger', ['entity', 'mask', 'rule', 'reason', 'detail']);
}

function checkGroups({ recipe, document, scratch }: Checker): void {
  const { by } = recipe;
  const columns = by ? (scratch.tables.get(by.table) ?? []) : [];
  by?.columns.forEach((column, index) => {
    if (columns.includes(column)) return;
    throw failureAt(
      document.at(['by', 'columns', index]),
      `the table ${by.table} has no column "${column}" to group by; it has: ${listed(columns)}.`,
      didYouMean(column, columns, 'Name a table with a row for each group.'),
    );
  });
  if (by?.title === undefined || columns.includes(by.title)) return;
  throw failureAt(
    document.at(['by', 'title']),
    `the table ${by.table} has no column "${by.title}"; it has: ${listed(columns)}.`,
    didYouMean(by.title, columns, 'Name one of these.'),
  );
}

function checkPublishedColumns(
  { recipe, document }: Checker,
  outputs: ReadonlyMap<string, readonly string[]>,
): void {
  recipe.published.forEach(({ output, columns }, index) => {
    const returned = outputs.get(output) ?? [];
    columns.forEach((column, at) => {
      if (returned.includes(column)) return;
      throw failureAt(
        document.at(['published', index, 'columns', at]),
        `the column "${column}" is not one of ${output}; it has: ${listed(returned)}.`,
        didYouMean(column, returned, 'Name one of these.'),
      );
    });
  });
}

function checkRule(checker: Checker, { query, scope, reasons, rule }: Rule): void {
  const { recipe, scratch } = checker;
  if (scope === 'survivors') scratch.addTable('survivor', ['entity', ...recipe.key]);
  requireExactly(checker, query, [...recipe.key, 'reason', 'detail'], 'a rule');
  if (scope === 'survivors') scratch.removeTable('survivor');
  if ('sql' in reasons) {
    requireExactly(checker, reasons, ['reason'], 'the query of reasons');
    return;
  }
  // A reason that stands in the query as text can be checked now; one from data when it is run.
  const tokens = topLevel(significant(lex(query.sql)));
  tokens.forEach(({ kind, text, line }, index) => {
    const after = tokens[index + 1];
    const named = nameOf(after) === 'as' ? nameOf(tokens[index + 2]) : nameOf(after);
    const reason = text.slice(1, -1).replaceAll("''", "'");
    const alone = ['select', ',', 'distinct', 'all'].includes(tokens[index - 1]?.text.toLowerCase() ?? '');
    if (kind !== 'string' || !alone || named !== 'reason' || reasons.includes(reason)) return;
    throw failureAt(
      { file: join(recipe.text.folder, query.file), line },
      `the reason "${reason}" is not one of the rule ${rule}; its reasons: ${listed(reasons)}.`,
      didYouMean(reason, reasons, `Add it to the rule's reasons in recipe.yaml.`),
    );
  });
}

function checkOutput(
  { columns, document, recipe }: Checker,
  output: DraftOutput,
  index: number,
): readonly string[] {
  const returned = columns(output.query);
  const declared = [...output.declared.keys()];
  const file = output.query.file;
  for (const name of declared) {
    if (returned.includes(name)) continue;
    throw failureAt(
      document.atKey(['outputs', index, 'columns', name]),
      `the column ${name} of ${output.file} is not one that ${file} returns; it returns: ${listed(returned)}.`,
      didYouMean(name, returned, 'Add it to the query, or remove it here.'),
    );
  }
  if (declared.length === returned.length && declared.join() !== returned.join()) {
    throw failureAt(
      document.at(['outputs', index, 'columns']),
      `the columns of ${output.file} are declared in another order than ${file} returns them: ${listed(returned)}.`,
      'Put them in the same order.',
    );
  }
  const missing = output.delivers ? recipe.key.find((name) => !returned.includes(name)) : undefined;
  if (missing !== undefined) {
    throw failureAt(
      resultOf(recipe, output.query),
      `the query of ${output.file}, which delivers, does not return the key column ${missing}.`,
      'Add it to its columns.',
    );
  }
  return returned;
}

/** Throws unless a query returns just the columns that its kind must, in any order. */
function requireExactly(
  { columns, recipe }: Checker,
  query: Query,
  wanted: readonly string[],
  what: string,
): void {
  const returned = columns(query);
  const missing = wanted.filter((name) => !returned.includes(name));
  const unwanted = returned.filter((name) => !wanted.includes(name));
  if (missing.length === 0 && unwanted.length === 0) return;
  const faults = [
    missing.length > 0 ? `does not return ${listed(missing)}` : '',
    unwanted.length > 0 ? `returns ${listed(unwanted)} as well` : '',
  ];
  throw failureAt(
    resultOf(recipe, query),
    `the query ${faults.filter((fault) => fault !== '').join(' and ')}; ${what} returns exactly: ${listed(wanted)}.`,
    'Correct its columns.',
  );
}

/** Why a table that exists in a recipe cannot be seen by a query. */
function hint(recipe: DraftRecipe, name: string): string | undefined {
  if (name === 'survivor')
    return 'only outputs, controls, diagnostics, insights and rules with scope: survivors see survivor';
  if (name === 'verdict' || name === 'ledger')
    return `only outputs, controls, diagnostics and insights see ${name}`;
  if (name === 'population')
    return 'tables, and outputs of a layer before the last, do not see population, which is made from one of the tables';
  if (figureTables(recipe).some(([table]) => table === name))
    return `only outputs, controls, diagnostics and insights see ${name}`;
  if (recipe.history.some(({ table }) => table === name))
    return 'only outputs after the one whose rows it keeps, controls, diagnostics and insights see a history table';
  if (name === SOURCE_LOAD) return `only diagnostics and insights see ${name}`;
  if (['import', 'quarantine', 'fault', 'rejected'].includes(name))
    return `only diagnostics and insights see ${name}`;
  if (recipe.outputs.some((output) => output.name === name))
    return `only ${recipe.layers.length > 1 ? 'tables of later layers, ' : ''}the outputs after it, controls, diagnostics and insights see an output`;
  if (recipe.tables.some(({ table }) => table === name))
    return `the table ${name} is made later: a table sees those before it`;
  return undefined;
}
