import type { RuleTrace, TableRow, Trace, TraceOutcome } from '../../contract/trace.ts';
import { outputCell } from '../export/output-file.ts';
import { Failure } from '../failure.ts';
import type { StoredValue } from '../ingest/values.ts';
import type { Recipe, Rule } from '../recipe/recipe.ts';
import { words } from '../recipe/sql-text.ts';
import { columnTypeOf } from '../recipe/table-source.ts';
import { cautionsOf } from '../run/run-record.ts';
import { identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import { columnsCondition, isKeyedByEntity, rowCondition } from './entity-rows.ts';
import { openLastRun } from './last-run.ts';
import { readKey } from './read-key.ts';
import { namedValues, readable, type Value } from './readable.ts';
import { traceSources } from './trace-sources.ts';

interface Verdict {
  readonly rule: bigint;
  readonly reason: string;
  readonly detail: Value;
}

/**
 * Tells what happened to one entity in the last run: its lines, which of them won, what each rule looked at
 * and said, and the outcome. Throws a Failure for a key of which no file has anything.
 */
export function trace(db: ReadableDb, path: string, keyTexts: readonly string[]): Trace {
  // One transaction: a run that ends meanwhile does not change the story half told.
  return db.transaction(() => tell(db, path, keyTexts)).deferred();
}

function tell(db: ReadableDb, path: string, keyTexts: readonly string[]): Trace {
  const run = openLastRun(db, path);
  const { recipe, asOf } = run;
  const key = readKey(recipe, keyTexts);
  const sources = traceSources(db, run, key);
  const entity = db
    .prepare<unknown[], bigint>(`select entity from population where ${columnsCondition(recipe.key)}`)
    .pluck()
    .safeIntegers()
    .get(...key);
  const known =
    entity !== undefined || sources.some(({ accepted, rejected }) => accepted + rejected.length > 0);
  if (!known) throw unknownEntity(db, recipe, keyTexts);
  const verdicts = entity === undefined ? [] : verdictsOf(db, entity);
  const rules =
    entity === undefined
      ? []
      : recipe.rules.map((rule, position) => traceRule(db, recipe, rule, key, verdictOf(verdicts, position)));
  const cautions = cautionsOf(db, run.tables.run);
  return {
    recipe: recipe.id,
    entity: recipe.entity,
    asOf,
    ...(cautions.length > 0 && { cautions }),
    key: recipe.key.map((name, part) => ({ name, value: keyTexts[part]?.trim() ?? null })),
    sources,
    entered: entity !== undefined,
    rules,
    outcome: entity === undefined ? { kind: 'not in the population' } : outcomeOf(db, recipe, key, verdicts),
    smallestChange: rules
      .filter(({ excludes }) => excludes)
      .map(({ rule, title, lookedAt: seen }) => ({ rule, title, lookedAt: seen })),
  };
}

function unknownEntity(db: ReadableDb, recipe: Recipe, texts: readonly string[]): Failure {
  const named = `${recipe.entity} ${texts.join(', ')}`;
  const plain = (expression: string) => `lower(ltrim(cast(${expression} as text), '0'))`;
  const isNear = recipe.key.map((name) => `${plain(identifier(name))} = ${plain('?')}`).join(' and ');
  const near = db
    .prepare<unknown[], Value[]>(
      `select ${identifiers(recipe.key)} from population where ${isNear} order by entity limit 3`,
    )
    .raw()
    .safeIntegers()
    .all(...texts.map((text) => text.trim()))
    .map((key) => key.join(', '));
  return new Failure(
    `No file has anything of ${named}.`,
    near.length > 0 ? `Is it ${near.join(' or ')}? Ids are compared exactly as written.` : 'Check the key.',
  );
}

function verdictsOf(db: ReadableDb, entity: bigint): readonly Verdict[] {
  return db
    .prepare<[bigint], Verdict>('select rule, reason, detail from verdict where entity = ? order by rule')
    .safeIntegers()
    .all(entity);
}

function verdictOf(verdicts: readonly Verdict[], position: number): Verdict | undefined {
  return verdicts.find(({ rule }) => Number(rule) === position);
}

function traceRule(
  db: ReadableDb,
  recipe: Recipe,
  rule: Rule,
  key: readonly StoredValue[],
  verdict: Verdict | undefined,
): RuleTrace {
  return {
    rule: rule.rule,
    stage: rule.stage,
    title: rule.title,
    excludes: verdict !== undefined,
    reason: verdict?.reason ?? null,
    detail: readable(verdict?.detail ?? null, undefined),
    lookedAt: lookedAt(db, recipe, rule, key),
  };
}

/** The rows under the entity's key, or a part of it, of the tables that a rule's query names, as far as it names their columns. */
function lookedAt(
  db: ReadableDb,
  recipe: Recipe,
  rule: Rule,
  key: readonly StoredValue[],
): readonly TableRow[] {
  const mentioned = new Set(words(rule.query.sql));
  const named = recipe.tables.filter((step) => mentioned.has(step.table) && isKeyedByEntity(recipe, step));
  return named.map((step): TableRow => {
    const { where, values } = rowCondition(recipe, step, key);
    const select = db.prepare<unknown[], Record<string, Value>>(
      `select * from ${identifier(step.table)} where ${where}`,
    );
    const names = select
      .columns()
      .map(({ name }) => name)
      .filter((name) => mentioned.has(name.toLowerCase()) && name !== 'record' && !recipe.key.includes(name));
    const row = select.safeIntegers().get(...values);
    const kindOf = (name: string) => columnTypeOf(recipe, step, name)?.kind;
    return { table: step.table, values: row ? namedValues(row, names, kindOf) : null };
  });
}

function outcomeOf(
  db: ReadableDb,
  recipe: Recipe,
  key: readonly StoredValue[],
  verdicts: readonly Verdict[],
): TraceOutcome {
  const [first, ...others] = verdicts;
  if (first) {
    return {
      kind: 'dropped',
      stage: recipe.rules[Number(first.rule)]?.stage ?? '',
      reason: first.reason,
      detail: readable(first.detail, undefined),
      also: others.map(({ rule }) => recipe.rules[Number(rule)]?.rule ?? ''),
    };
  }
  for (const output of recipe.outputs.filter(({ delivers }) => delivers)) {
    const row = db
      .prepare<unknown[], Record<string, Value>>(
        `select * from ${identifier(output.name)} where ${columnsCondition(recipe.key)}`,
      )
      .safeIntegers()
      .get(...key);
    if (!row) continue;
    const where = `${recipe.text.folder}/${output.query.file}`;
    return {
      kind: 'delivered',
      file: output.file,
      // As the file has them: rounded, yes and no in its words.
      values: output.columns.map((column) => {
        const cell = outputCell(row[column.name] ?? null, column, where);
        return { name: column.name, value: cell === null ? null : String(cell) };
      }),
    };
  }
  return { kind: 'missing' };
}
