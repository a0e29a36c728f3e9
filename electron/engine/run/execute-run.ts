import type { OnProgress, Phase } from '../../contract/progress.ts';
import type { ControlFigures, ParameterValue, Reconciliation } from '../../contract/reconciliation.ts';
import { exposeSource } from '../ingest/staging.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { count, type WritableDb } from '../workspace/database.ts';
import { applyRule, writeLedger, writePopulation } from './apply-rules.ts';
import { buildTable, tableFigures } from './build-table.ts';
import { inputFiles } from './import-report.ts';
import type { Bindings } from './query.ts';
import { isBalanced, outcomeOf, sourceFigures } from './reconcile.ts';
import { correctionsNow, importsNow } from './run-basis.ts';
import { type RunTables, runTables } from './run-tables.ts';
import { stageFigures } from './stage-figures.ts';
import { checkControl, writeOutput } from './write-output.ts';

/** What a run is asked for. */
export interface RunRequest {
  readonly recipe: Recipe;
  /** ISO day. */
  readonly asOf: string;
  readonly params: Readonly<Record<string, ParameterValue>>;
  readonly bindings: Bindings;
  /** Sentences about the import to stand in the reconciliation. */
  readonly warnings: readonly string[];
  /** Names of rules that are not asked; absent: all are. */
  readonly off?: ReadonlySet<string>;
}

/** What a run wrote and found. */
export interface FinishedRun {
  readonly tables: RunTables;
  readonly reconciliation: Reconciliation;
}

/**
 * Runs a recipe over the loaded sources: tables, population, rules, ledger, outputs, controls; then counts
 * all of it from what is written. The run's tables and its row appear when the caller commits.
 */
export function executeRun(db: WritableDb, request: RunRequest, onProgress: OnProgress): FinishedRun {
  const { recipe, asOf, params, bindings } = request;
  const tables = runTables(count(db, 'select coalesce(max(run), 0) + 1 from run'));
  for (const source of recipe.sources) exposeSource(db, source);

  const rules = recipe.rules.filter(({ rule }) => !request.off?.has(rule));
  // The reconciliation is a step of its own.
  const of = recipe.tables.length + rules.length + recipe.outputs.length + recipe.controls.length + 1;
  let done = 0;
  const step = (phase: Phase, name: string) => onProgress({ kind: 'step', phase, name, done: done++, of });

  onProgress({ kind: 'phase', phase: 'tables' });
  for (const table of recipe.tables) {
    step('tables', table.table);
    buildTable(db, recipe, table, tables, bindings);
  }

  onProgress({ kind: 'phase', phase: 'rules' });
  writePopulation(db, recipe, tables);
  recipe.rules.forEach((rule, position) => {
    if (!rules.includes(rule)) return;
    step('rules', rule.rule);
    applyRule(db, recipe, rule, position, tables, bindings);
  });
  writeLedger(db, tables);

  onProgress({ kind: 'phase', phase: 'outputs' });
  for (const output of recipe.outputs) {
    step('outputs', output.file);
    writeOutput(db, recipe, output, tables, bindings);
  }
  const controls = recipe.controls.map((control): ControlFigures => {
    step('outputs', control.control);
    return checkControl(db, recipe, control, bindings);
  });

  step('outputs', 'reconciliation');
  const figures = {
    recipe: recipe.id,
    as_of: asOf,
    params,
    sources: recipe.sources.map((source) => sourceFigures(db, source)),
    tables: recipe.tables.map((table) => tableFigures(db, table, tables)),
    stages: stageFigures(db, recipe, tables),
    controls,
    outcome: outcomeOf(db, recipe, tables),
  };
  const reconciliation: Reconciliation = {
    ...figures,
    balanced: isBalanced(figures),
    ...(request.warnings.length > 0 && { warnings: request.warnings }),
  };
  rememberRun(db, request, tables, reconciliation);
  return { tables, reconciliation };
}

function rememberRun(
  db: WritableDb,
  request: RunRequest,
  tables: RunTables,
  reconciliation: Reconciliation,
): void {
  const { folder, files } = request.recipe.text;
  db.prepare(
    `insert into run (run, as_of, params, recipe, inputs, reconciliation, made_at, corrections, imports)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    BigInt(tables.run),
    request.asOf,
    JSON.stringify(request.params),
    JSON.stringify({ folder, files: Object.fromEntries(files) }),
    JSON.stringify(inputFiles(db, request.recipe)),
    JSON.stringify(reconciliation),
    // When it was made is kept here alone: files that a run writes are the same whenever it is made.
    new Date().toISOString(),
    JSON.stringify(correctionsNow(db)),
    JSON.stringify(importsNow(db, request.recipe)),
  );
}
