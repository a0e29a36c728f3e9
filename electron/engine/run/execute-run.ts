import type { OnProgress, Phase } from '../../contract/progress.ts';
import type {
  ControlFigures,
  DerivedFigures,
  ParameterValue,
  Reconciliation,
} from '../../contract/reconciliation.ts';
import { exposeSource } from '../ingest/staging.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { count, type WritableDb } from '../workspace/database.ts';
import { applyRule, writeLedger, writePopulation } from './apply-rules.ts';
import { buildDerived } from './build-derived.ts';
import { buildTable, tableFigures } from './build-table.ts';
import { diagnosticWarnings } from './diagnostic-warnings.ts';
import { inputFiles } from './import-report.ts';
import { outcomesOf } from './outcomes.ts';
import { exposePublished, preparePublished, publishedRuns } from './published.ts';
import type { Bindings } from './query.ts';
import { isBalanced, sourceFigures } from './reconcile.ts';
import { ruleReasons, writeReasons } from './rule-reasons.ts';
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
  /** It knows published runs with a lower number than this; absent: all that there are. */
  readonly knows?: number;
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
  const number = count(db, 'select coalesce(max(run), 0) + 1 from run');
  const tables = runTables(number);
  for (const source of recipe.sources) exposeSource(db, source);
  preparePublished(db, recipe);
  exposePublished(db, recipe, request.knows ?? number);

  const rules = recipe.rules.filter(({ rule }) => !request.off?.has(rule));
  // The reconciliation is a step of its own.
  const of = recipe.tables.length + rules.length + recipe.outputs.length + recipe.controls.length + 1;
  let done = 0;
  const step = (phase: Phase, name: string) => onProgress({ kind: 'step', phase, name, done: done++, of });

  onProgress({ kind: 'phase', phase: 'tables' });
  const derived: DerivedFigures[] = [];
  for (const table of recipe.tables) {
    step('tables', table.table);
    if (table.kind === 'source') buildTable(db, recipe, table, tables, bindings);
    else derived.push(buildDerived(db, recipe, table, tables, bindings));
  }

  onProgress({ kind: 'phase', phase: 'rules' });
  writePopulation(db, recipe, tables);
  writeReasons(db, recipe, tables, bindings);
  const reasons = ruleReasons(db, recipe, tables);
  recipe.rules.forEach((rule, position) => {
    if (!rules.includes(rule)) return;
    step('rules', rule.rule);
    applyRule(db, recipe, rule, position, tables, bindings, reasons[position] ?? []);
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
  const { outcome, by } = outcomesOf(db, recipe, tables, reasons);
  const sourceTables = recipe.tables.filter((table) => table.kind === 'source');
  const figures = {
    recipe: recipe.id,
    as_of: asOf,
    params,
    sources: recipe.sources.map((source) => sourceFigures(db, source)),
    tables: sourceTables.map((table) => tableFigures(db, table, tables)),
    ...(derived.length > 0 && { derived }),
    stages: stageFigures(db, recipe, tables, reasons),
    controls,
    outcome,
    ...(by && { by }),
  };
  const warnings = [...request.warnings, ...diagnosticWarnings(db, recipe, bindings)];
  const reconciliation: Reconciliation = {
    ...figures,
    balanced: isBalanced(figures),
    ...(warnings.length > 0 && { warnings }),
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
    `insert into run (run, as_of, params, recipe, inputs, reconciliation, made_at, corrections, imports, published)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    JSON.stringify(publishedRuns(db)),
  );
}
