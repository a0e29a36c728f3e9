import type { OnProgress, Phase } from '../../contract/progress.ts';
import type {
  ControlFigures,
  DerivedFigures,
  MergedFigures,
  ParameterValue,
  Reconciliation,
} from '../../contract/reconciliation.ts';
import { exposeSource } from '../ingest/staging.ts';
import { parameterWarnings } from '../recipe/parameters.ts';
import type { Recipe, Rule } from '../recipe/recipe.ts';
import { count, type WritableDb } from '../workspace/database.ts';
import { applyRule, writeLedger, writePopulation } from './apply-rules.ts';
import { buildDerived } from './build-derived.ts';
import { buildMerged } from './build-merged.ts';
import { buildTable, tableFigures } from './build-table.ts';
import { diagnosticWarnings } from './diagnostic-warnings.ts';
import { exposeFigures } from './expose-figures.ts';
import { exposeLookups } from './expose-lookups.ts';
import { exposeQuarantined } from './expose-quarantined.ts';
import { exposeHistory, type HistorySeal, historySeals, keepHistory } from './history.ts';
import { historyOut } from './history-out.ts';
import { inputFiles } from './import-report.ts';
import { dropEarlierOutputs } from './kept-output.ts';
import { inLayers, runScope } from './layers.ts';
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
  /** The last layer that is made; absent: all are. A run that stops before the last is not kept. */
  readonly until?: string;
  /** Sources that the user had left out; they have no file. */
  readonly without?: readonly string[];
  /** It knows published runs with a lower number than this; absent: all that there are. */
  readonly knows?: number;
}

/** What a run wrote and found. */
export interface FinishedRun {
  readonly tables: RunTables;
  readonly reconciliation: Reconciliation;
  /** What it knew of earlier runs. */
  readonly history: readonly HistorySeal[];
}

/**
 * Runs a recipe over the loaded sources: tables, population, rules, ledger, outputs, controls; then counts
 * all of it from what is written. The run's tables and its row appear when the caller commits; of a run that stops after a layer there is
 * no row.
 */
export function executeRun(db: WritableDb, request: RunRequest, onProgress: OnProgress): FinishedRun {
  const { recipe, asOf, params, bindings, until, without = [] } = request;
  const { layers, isWhole } = runScope(recipe, until);
  const number = count(db, 'select coalesce(max(run), 0) + 1 from run');
  const tables = runTables(number);
  for (const source of recipe.sources) exposeSource(db, source);
  exposeLookups(db, recipe);
  preparePublished(db, recipe);
  exposePublished(db, recipe, request.knows ?? number);

  const sources = recipe.sources.map((source) => sourceFigures(db, source));
  exposeFigures(db, sources);
  for (const source of recipe.sources) exposeQuarantined(db, source);
  exposeHistory(db, recipe, request.knows ?? number);

  const rules = isWhole ? recipe.rules.filter(({ rule }) => !request.off?.has(rule)) : [];
  const made = { tables: inLayers(recipe.tables, layers), outputs: inLayers(recipe.outputs, layers) };
  const controls = isWhole ? recipe.controls : [];
  // The reconciliation is a step of its own.
  const of = made.tables.length + rules.length + made.outputs.length + controls.length + 1;
  let done = 0;
  const step: OnStep = (phase, name) => onProgress({ kind: 'step', phase, name, done: done++, of });

  const derived: DerivedFigures[] = [];
  const merged: MergedFigures[] = [];
  let reasons: readonly (readonly string[])[] = [];
  for (const layer of layers) {
    onProgress({ kind: 'phase', phase: 'tables' });
    for (const table of inLayers(made.tables, [layer])) {
      step('tables', table.table);
      if (table.kind === 'source') buildTable(db, recipe, table, tables, bindings);
      else if (table.kind === 'derived') derived.push(buildDerived(db, recipe, table, tables, bindings));
      else merged.push(buildMerged(db, recipe, table, tables, bindings));
    }
    if (isWhole && layer === layers.at(-1)) {
      onProgress({ kind: 'phase', phase: 'rules' });
      reasons = askRules(db, request, rules, tables, step);
    }
    onProgress({ kind: 'phase', phase: 'outputs' });
    for (const output of inLayers(made.outputs, [layer])) {
      step('outputs', output.file);
      writeOutput(db, recipe, output, tables, bindings);
    }
  }
  const sourceTables = made.tables.filter((table) => table.kind === 'source');
  const said = [...parameterWarnings(recipe, params), ...leftOutWarnings(request), ...request.warnings];
  const loaded = {
    recipe: recipe.id,
    as_of: asOf,
    params,
    ...(!isWhole && { until }),
    ...(without.length > 0 && { without }),
    sources,
    tables: sourceTables.map((table) => tableFigures(db, table, tables)),
    ...(derived.length > 0 && { derived }),
    ...(merged.length > 0 && { merged }),
  };
  if (!isWhole) {
    step('outputs', 'reconciliation');
    return { tables, reconciliation: reconciled({ ...loaded, ...NO_POPULATION }, said), history: [] };
  }

  const checked = controls.map((control): ControlFigures => {
    step('outputs', control.control);
    return checkControl(db, recipe, control, bindings);
  });
  step('outputs', 'reconciliation');
  const { outcome, by } = outcomesOf(db, recipe, tables, reasons);
  const stages = stageFigures(db, recipe, tables, reasons);
  const warnings = [...said, ...diagnosticWarnings(db, recipe, bindings)];
  const reconciliation = reconciled(
    { ...loaded, stages, controls: checked, outcome, ...(by && { by }) },
    warnings,
  );
  const history = historySeals(db, recipe);
  rememberRun(db, request, tables, reconciliation);
  keepHistory(db, recipe, number, asOf);
  dropEarlierOutputs(db, recipe, tables);
  return { tables, reconciliation, history };
}

function leftOutWarnings({ without = [] }: RunRequest): readonly string[] {
  return without.map((source) => `${source} was left out of this run, as asked.`);
}

/** Says which step of a run begins. */
type OnStep = (phase: Phase, name: string) => void;

/** Enters the population, asks the rules whom they exclude and writes the ledger; returns the reasons that each of the recipe's rules may give. */
function askRules(
  db: WritableDb,
  { recipe, bindings }: RunRequest,
  rules: readonly Rule[],
  tables: RunTables,
  step: OnStep,
): readonly (readonly string[])[] {
  writePopulation(db, recipe, tables);
  writeReasons(db, recipe, tables, bindings);
  const reasons = ruleReasons(db, recipe, tables);
  recipe.rules.forEach((rule, position) => {
    if (!rules.includes(rule)) return;
    step('rules', rule.rule);
    applyRule(db, recipe, rule, position, tables, bindings, reasons[position] ?? []);
  });
  writeLedger(db, tables);
  return reasons;
}

/** What a run that stops before its last layer has of stages, controls and outcome. */
const NO_POPULATION = {
  stages: [],
  controls: [],
  outcome: {
    ...{ entered: 0, delivered: 0, dropped: 0 },
    ...{ missing: 0, duplicated: 0, contradictory: 0, unexplained: 0 },
  },
};

function reconciled(
  figures: Omit<Reconciliation, 'balanced' | 'warnings'>,
  warnings: readonly string[],
): Reconciliation {
  return { ...figures, balanced: isBalanced(figures), ...(warnings.length > 0 && { warnings }) };
}

function rememberRun(
  db: WritableDb,
  request: RunRequest,
  tables: RunTables,
  reconciliation: Reconciliation,
): void {
  const { folder, files } = request.recipe.text;
  db.prepare(
    `insert into run (
       run, as_of, params, recipe, inputs, reconciliation, made_at, corrections, imports, published, cautions, history_out
     )
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    JSON.stringify(parameterWarnings(request.recipe, request.params)),
    JSON.stringify(historyOut(db)),
  );
}
