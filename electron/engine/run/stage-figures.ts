import type { StageFigures } from '../../contract/reconciliation.ts';
import type { Recipe, Rule } from '../recipe/recipe.ts';
import { count, identifier, type ReadableDb } from '../workspace/database.ts';
import type { RunTables } from './run-tables.ts';

/** How many entities a rule, by its position, excludes for a reason; both are null for those whom no rule excludes. */
export interface RuleCount {
  readonly rule: number | null;
  readonly reason: string | null;
  readonly count: number;
}

/** What the figures of the stages are made of. */
export interface StageCounts {
  readonly entered: number;
  /** Each entity once, under the first rule that excludes it. */
  readonly first: readonly RuleCount[];
  /** Each entity under every rule that excludes it. */
  readonly any: readonly RuleCount[];
  /** The entities that one rule alone excludes. */
  readonly only: readonly RuleCount[];
}

/** The stages, the first being the entry of the population, each counted from the ledger and the verdicts. */
export function stageFigures(db: ReadableDb, recipe: Recipe, tables: RunTables): readonly StageFigures[] {
  const ledger = identifier(tables.ledger);
  return stagesOfCounts(recipe, {
    entered: count(db, `select count(*) from ${identifier(tables.population)}`),
    first: ruleCounts(db, `select rule, reason, count(*) from ${ledger} group by rule, reason`),
    any: ruleCounts(
      db,
      `select rule, reason, count(*) from ${identifier(tables.verdict)} group by rule, reason`,
    ),
    only: ruleCounts(
      db,
      `select rule, reason, count(*) from ${ledger} where mask = 1 << rule group by rule, reason`,
    ),
  });
}

/** The stages that these counts make. */
export function stagesOfCounts(
  recipe: Recipe,
  { entered, first, any, only }: StageCounts,
): readonly StageFigures[] {
  const left = (rule: number) =>
    first.filter((row) => row.rule === null || row.rule >= rule).reduce((sum, row) => sum + row.count, 0);
  const find = (counts: readonly RuleCount[], rule: number, reason: string) =>
    counts.find((row) => row.rule === rule && row.reason === reason)?.count ?? 0;
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

function ruleCounts(db: ReadableDb, sql: string): readonly RuleCount[] {
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
