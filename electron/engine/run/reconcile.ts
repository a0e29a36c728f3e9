import type { Outcome, Reconciliation, SourceFigures, StageFigures } from '../../contract/reconciliation.ts';
import type { Recipe, Rule, Source } from '../recipe/recipe.ts';
import { count, identifier, identifiers, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import type { RunTables } from './run-tables.ts';

/** A source's figures, from its imports and its quarantine. */
export function sourceFigures(db: ReadableDb, source: Source): SourceFigures {
  const imports = db
    .prepare<[string], { file: string; read: number; accepted: number; rejected: number }>(
      'select file, read, accepted, rejected from import where source = ? order by import',
    )
    .all(source.name);
  const codes = db
    .prepare<[string], [code: string, records: number]>(
      `select coalesce(column_name || ':', '') || code as full_code, count(distinct record)
       from fault
       join quarantine using (record)
       join import using (import)
       where source = ?
       group by full_code
       order by full_code`,
    )
    .raw()
    .all(source.name);
  const total = (figure: 'read' | 'accepted' | 'rejected') =>
    imports.reduce((sum, row) => sum + row[figure], 0);
  return {
    source: source.name,
    files: imports.map(({ file }) => file),
    read: total('read'),
    accepted: total('accepted'),
    rejected: total('rejected'),
    codes: Object.fromEntries(codes),
  };
}

/** The stages, the first being the entry of the population, each counted from the ledger and the verdicts. */
export function stageFigures(db: ReadableDb, recipe: Recipe, tables: RunTables): readonly StageFigures[] {
  const first = countsByRuleAndReason(
    db,
    `select rule, reason, count(*) from ${identifier(tables.ledger)} group by rule, reason`,
  );
  const any = countsByRuleAndReason(
    db,
    `select rule, reason, count(*) from ${identifier(tables.verdict)} group by rule, reason`,
  );
  const only = countsByRuleAndReason(
    db,
    `select rule, reason, count(*) from ${identifier(tables.ledger)} where mask = 1 << rule group by rule, reason`,
  );
  const left = (rule: number) =>
    first.filter((row) => row.rule === null || row.rule >= rule).reduce((sum, row) => sum + row.count, 0);
  const find = (counts: readonly RuleCount[], rule: number, reason: string) =>
    counts.find((row) => row.rule === rule && row.reason === reason)?.count ?? 0;
  const entered = count(db, `select count(*) from ${identifier(tables.population)}`);
  const stages: StageFigures[] = [
    { stage: 'population', in: entered, dropped: 0, out: entered, reasons: [] },
  ];
  for (const { stage, rules } of stagesOf(recipe)) {
    const reasons = rules.flatMap(({ rule, position }) =>
      rule.reasons.map((reason) => ({
        reason,
        dropped: find(first, position, reason),
        ...(rule.scope === 'everybody' && {
          any: find(any, position, reason),
          only: find(only, position, reason),
        }),
      })),
    );
    const start = rules[0]?.position ?? 0;
    stages.push({
      stage,
      in: left(start),
      dropped: reasons.reduce((sum, { dropped }) => sum + dropped, 0),
      out: left(start + rules.length),
      reasons,
    });
  }
  return stages;
}

/** The fate of the population, by sets of keys from the written tables. */
export function outcomeOf(db: WritableDb, recipe: Recipe, tables: RunTables): Outcome {
  const output = recipe.outputs.find(({ delivers }) => delivers);
  const population = identifier(tables.population);
  const key = identifiers(recipe.key, 'delivered');
  const written = output
    ? identifier(tables.output(output.name))
    : `(select ${identifiers(recipe.key)} from ${population} where false)`;
  // No table of a recipe has a name that begins with run_.
  db.exec(`
    create temp table run_delivery as
    select population.entity as entity, count(*) as copies
    from ${written} as delivered
    left join ${population} as population using (${identifiers(recipe.key)})
    group by ${key};
    create index temp.run_delivery_by_entity on run_delivery (entity);
    create temp view run_dropped as select entity from main.${identifier(tables.ledger)} where mask <> 0;
  `);
  const outcome = {
    entered: count(db, `select count(*) from ${population}`),
    delivered: count(db, 'select count(*) from run_delivery'),
    dropped: count(db, 'select count(*) from run_dropped'),
    missing: count(
      db,
      `select count(*) from ${population}
       where entity not in (select entity from run_delivery where entity is not null)
         and entity not in (select entity from run_dropped)`,
    ),
    duplicated: count(db, 'select count(*) from run_delivery where copies > 1'),
    contradictory: count(
      db,
      'select count(*) from run_delivery where entity in (select entity from run_dropped)',
    ),
    unexplained:
      count(db, 'select count(*) from run_delivery where entity is null') +
      count(db, `select count(*) from run_dropped where entity not in (select entity from ${population})`),
  };
  db.exec('drop view temp.run_dropped; drop table temp.run_delivery');
  return outcome;
}

/** Whether every sum of a reconciliation holds. */
export function isBalanced({
  sources,
  tables,
  stages,
  controls,
  outcome,
}: Omit<Reconciliation, 'balanced'>): boolean {
  return (
    sources.every(({ read, accepted, rejected }) => read === accepted + rejected) &&
    tables.every((table) => table.in === table.out + table.superseded) &&
    stages.every((stage, index) => {
      return stage.in === stage.dropped + stage.out && stage.in === (stages[index - 1]?.out ?? stage.in);
    }) &&
    controls.every(({ ok }) => ok) &&
    outcome.entered === outcome.delivered + outcome.dropped &&
    outcome.missing + outcome.duplicated + outcome.contradictory + outcome.unexplained === 0
  );
}

interface RuleCount {
  readonly rule: number | null;
  readonly reason: string | null;
  readonly count: number;
}

function countsByRuleAndReason(db: ReadableDb, sql: string): readonly RuleCount[] {
  return db
    .prepare<[], [number | null, string | null, number]>(sql)
    .raw()
    .all()
    .map(([rule, reason, rows]) => ({ rule, reason, count: rows }));
}

interface Stage {
  readonly stage: string;
  readonly rules: { readonly rule: Rule; readonly position: number }[];
}

/** The rules by stage, in order. */
function stagesOf(recipe: Recipe): readonly Stage[] {
  const stages: Stage[] = [];
  recipe.rules.forEach((rule, position) => {
    const last = stages.at(-1);
    if (last?.stage === rule.stage) last.rules.push({ rule, position });
    else stages.push({ stage: rule.stage, rules: [{ rule, position }] });
  });
  return stages;
}
